namespace LeerkringBot.Domain.Polls;

/// <summary>One answer per municipality, whoever of its people clicks; or one per person.</summary>
public sealed class AnswerPoll(IPollStore polls, INetwork network, TimeProvider clock)
{
    private const int Tries = 8;

    /// <param name="who">Who clicked.</param>
    /// <param name="id">Which poll.</param>
    /// <param name="click">What was clicked.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<AnswerOutcome> Answer(Person who, PollId id, PollClick click, CancellationToken cancellationToken)
    {
        var finding = polls.Find(id, cancellationToken);
        var tallying = polls.Tally(id, cancellationToken);
        var naming = network.Current(cancellationToken).AsTask();
        await Task.WhenAll(finding, tallying, naming, who.Member);
        var (poll, tally, member) = (await finding, await tallying, await who.Member);

        if (poll is null) return new AnswerOutcome.UnknownPoll();
        if (!AnswerRules.Takes(poll, click.Choice, clock.GetUtcNow())) return new AnswerOutcome.Closed(poll, tally);
        if (member.Affiliation is null) return new AnswerOutcome.AffiliationNeeded(poll);
        Voter voter;
        if (poll.Per == VoterKind.Person) voter = Voter.Of(who.Id);
        else
        {
            var municipalities = (await naming).SpokenForBy(member);
            if (municipalities.Count == 0) return new AnswerOutcome.NoMunicipality(poll, tally);
            if (click.For is null && municipalities.Count > 1) return new AnswerOutcome.ForWhich(poll, tally, municipalities);
            if (municipalities.FirstOrDefault(one => click.For is null || one.Code == click.For) is not { } chosen) return new AnswerOutcome.NoMunicipality(poll, tally);
            voter = Voter.Of(chosen.Code);
        }

        return await Put(poll, tally, voter, who.Id, null, click, cancellationToken);
    }

    /// <summary>An organiser enters an answer that came in another way.</summary>
    /// <param name="organiser">Who enters it.</param>
    /// <param name="id">Which poll; not an anonymous one.</param>
    /// <param name="voter">Whose answer it is: a municipality, or a member, as the poll asks.</param>
    /// <param name="source">How it came; 1 to 200 characters.</param>
    /// <param name="click">What was answered; its details come on top of those that stand.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<AnswerOutcome> OnBehalf(MemberId organiser, PollId id, Voter voter, string source, PollClick click, CancellationToken cancellationToken)
    {
        var finding = polls.Find(id, cancellationToken);
        var tally = await polls.Tally(id, cancellationToken);
        if (await finding is not { IsAnonymous: false } poll || poll.Per != voter.Kind) return new AnswerOutcome.UnknownPoll();
        if (!AnswerRules.Takes(poll, click.Choice, clock.GetUtcNow())) return new AnswerOutcome.Closed(poll, tally);
        return voter.Municipality is { } municipality && (await network.Current(cancellationToken)).Find(municipality) is null
            ? new AnswerOutcome.NoMunicipality(poll, tally)
            : await Put(poll, tally, voter, organiser, source, click, cancellationToken);
    }

    private async Task<AnswerOutcome> Put(Poll poll, PollTally tally, Voter voter, MemberId by, string? source, PollClick click, CancellationToken cancellationToken)
    {
        if (AnswerRules.Read(poll, click.Choice) is not { } choice) return new AnswerOutcome.Mistaken(poll, tally, []);
        if (AnswerRules.Mistakes(poll, choice, click.Details) is { Count: > 0 } wrong) return new AnswerOutcome.Mistaken(poll, tally, wrong);
        if (poll.IsAnonymous) return await Cast(poll, tally, voter, choice, cancellationToken);

        var current = tally.Of(voter);
        for (var i = 0; i < Tries; i++)
        {
            if (poll.Host is not null || !poll.IsOpen(clock.GetUtcNow()) && !HostPoll.IsOffer(current?.Choice)) return new AnswerOutcome.Closed(poll, tally);
            var details = await Told(poll.Id, voter, current, source, click.Details, cancellationToken);
            // What an organiser entered for somebody is that person's own, to change with one click.
            var who = voter.Person == by && current?.By is { } entered ? entered : by;
            switch (AnswerRules.Decide(current, who, choice, details is not null, click.SeenVersion))
            {
                case AnswerStep.Nothing:
                    // The tally may be a second old, and the answer another one since.
                    var now = await polls.Answer(poll.Id, voter, cancellationToken);
                    if (now?.Answer.Version == current!.Version) return new AnswerOutcome.Stands(poll, tally.With(voter, current), voter);
                    current = now is { } newer ? TalliedAnswer.Of(newer.Answer, newer.Stamp) : null;
                    continue;
                case AnswerStep.Confirm:
                    if (await polls.Answer(poll.Id, voter, cancellationToken) is not { } standing) throw new StorageFaultException($"The answer of {voter} is gone.");
                    if (standing.Answer.Version == current!.Version) return new AnswerOutcome.ConfirmChange(poll, tally.With(voter, current), standing.Answer, choice);
                    current = TalliedAnswer.Of(standing.Answer, standing.Stamp);
                    continue;
            }

            var next = new PollAnswer(voter, choice, by, clock.GetUtcNow(), (current?.Version ?? 0) + 1) { Source = source, Details = details };
            if (await polls.Put(poll, next, current, cancellationToken))
                return new AnswerOutcome.Stands(poll, tally.With(voter, TalliedAnswer.Of(next, null)), voter, current?.By == by ? null : current?.By);

            var finding = polls.Find(poll.Id, cancellationToken);
            current = await polls.Answer(poll.Id, voter, cancellationToken) is { } other ? TalliedAnswer.Of(other.Answer, other.Stamp) : null;
            if (await finding is not { } again) return new AnswerOutcome.UnknownPoll();
            poll = again;
            if (!AnswerRules.Takes(poll, choice, clock.GetUtcNow())) return new AnswerOutcome.Closed(poll, tally);
            if (poll.IsAnonymous || AnswerRules.Read(poll, choice) != choice) return new AnswerOutcome.Mistaken(poll, tally, []);
        }

        throw new StorageFaultException($"The answer of {voter} changes all the time.");
    }

    /// <summary>The details as they are to be; null where they are so already. What an organiser enters on behalf leaves what the municipality told itself.</summary>
    private async Task<AnswerDetails?> Told(PollId poll, Voter voter, TalliedAnswer? current, string? source, AnswerDetails? told, CancellationToken cancellationToken)
    {
        if (told is null || current is null) return told;
        // Read after the answer: what is told in between makes the change fail.
        var standing = await polls.Details(poll, voter, cancellationToken);
        var wanted = source is null ? told : told.Over(standing);
        return wanted.Equals(standing) ? null : wanted;
    }

    private async Task<AnswerOutcome> Cast(Poll poll, PollTally tally, Voter voter, PollChoice choice, CancellationToken cancellationToken)
    {
        var outcome = CastOutcome.Before;
        for (var i = 0; i < Tries && tally.Of(voter) is null; i++)
        {
            outcome = await polls.Cast(poll, voter, choice, tally, cancellationToken);
            if (outcome == CastOutcome.Closed) return new AnswerOutcome.Closed(poll, tally);
            if (outcome != CastOutcome.PollChanged) break;
            if (await polls.Find(poll.Id, cancellationToken) is not { } again) return new AnswerOutcome.UnknownPoll();
            poll = again;
            if (!poll.IsOpen(clock.GetUtcNow())) return new AnswerOutcome.Closed(poll, tally);
            // Nobody's choice is counted otherwise than it was clicked.
            if (!poll.IsAnonymous || AnswerRules.Read(poll, choice) != choice) return new AnswerOutcome.Mistaken(poll, tally, []);
        }

        return outcome == CastOutcome.PollChanged
            ? throw new StorageFaultException($"The poll {poll.Id} changes all the time.")
            : new AnswerOutcome.TookPart(poll, tally.With(voter, TalliedAnswer.TookPart), voter, outcome == CastOutcome.Before);
    }
}
