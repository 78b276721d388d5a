namespace LeerkringBot.Domain.Polls;

/// <summary>One answer per municipality, whoever of its people clicks.</summary>
public sealed class AnswerPoll(IPollStore polls, TimeProvider clock)
{
    private const int Tries = 8;

    /// <param name="who">Who clicked.</param>
    /// <param name="id">Which poll.</param>
    /// <param name="option">Key of the option.</param>
    /// <param name="seenVersion">The colleague's answer that the person saw and wants changed; null on a first click.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<AnswerOutcome> Answer(Person who, PollId id, string option, int? seenVersion, CancellationToken cancellationToken)
    {
        var finding = polls.Find(id, cancellationToken);
        var tallying = polls.Tally(id, cancellationToken);
        await Task.WhenAll(finding, tallying, who.Member);
        var (poll, tally, affiliation) = (await finding, await tallying, (await who.Member).Affiliation);

        if (poll?.Find(option) is null) return new AnswerOutcome.UnknownPoll();
        var municipality = (affiliation as Affiliation.OfMunicipality)?.Code;
        var now = clock.GetUtcNow();
        if (!poll.IsOpen(now)) return new AnswerOutcome.Closed(poll, tally, municipality);
        if (affiliation is null) return new AnswerOutcome.AffiliationNeeded();
        if (municipality is not { } code) return new AnswerOutcome.NoMunicipality(poll, tally);

        var current = tally.Of(code);
        for (var i = 0; i < Tries; i++)
        {
            if (current?.Option == option) return new AnswerOutcome.Stands(poll, tally.With(code, current), code);
            if (current is not null && current.By != who.Id && current.Version != seenVersion)
            {
                if (await polls.Answer(id, code, cancellationToken) is not { } standing) throw new StorageFaultException($"The answer of {code} is gone.");
                if (standing.Answer.Version == current.Version)
                    return new AnswerOutcome.ConfirmChange(poll, tally.With(code, current), standing.Answer, option);
                current = TalliedAnswer.Of(standing.Answer, standing.Stamp);
                continue;
            }

            var next = new PollAnswer(code, option, who.Id, now, (current?.Version ?? 0) + 1);
            if (await polls.Put(id, next, current, cancellationToken))
                return new AnswerOutcome.Stands(poll, tally.With(code, TalliedAnswer.Of(next, null)), code);

            current = await polls.Answer(id, code, cancellationToken) is { } other ? TalliedAnswer.Of(other.Answer, other.Stamp) : null;
        }

        throw new StorageFaultException($"The answer of {code} changes all the time.");
    }
}
