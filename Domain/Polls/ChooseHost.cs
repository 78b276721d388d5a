namespace LeerkringBot.Domain.Polls;

/// <summary>An organiser chooses among the offers. The choice closes the poll and leaves the work of telling it and of changing the gathering, all in one batch.</summary>
public sealed class ChooseHost(IPollStore polls, IGatherings gatherings, TimeProvider clock)
{
    private const int Tries = 8;

    /// <param name="id">Which poll.</param>
    /// <param name="host">Whose offer.</param>
    /// <param name="seen">How many choices there were on the card: what was decided since is never overruled unseen.</param>
    /// <param name="offered">The version of the offer that was seen: nobody gets a place that no organiser agreed to.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<HostOutcome> Choose(PollId id, MunicipalityCode host, int seen, int offered, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            // The poll before the offers: what is offered or withdrawn since makes the decision fail.
            if (await polls.Find(id, cancellationToken) is not { Template: PollTemplate.Host, Gathering: { } wanted } poll) return new HostOutcome.UnknownPoll();
            if (poll.Host?.Chosen == host) return new HostOutcome.Chosen(poll);
            if ((poll.Host?.Number ?? 0) != seen) return new HostOutcome.ChosenMeanwhile(poll);
            var now = clock.GetUtcNow();
            if (await gatherings.Find(wanted, cancellationToken) is not { Cancellation: null } gathering || gathering.EndsAt <= now) return new HostOutcome.GatheringOver(poll);
            if (await polls.Answer(id, Voter.Of(host), cancellationToken) is not var (offer, _) || !HostPoll.IsOffer(offer.Choice)) return new HostOutcome.Withdrawn(poll);
            if (offer.Version != offered) return new HostOutcome.OfferChanged(poll);

            var decided = PollRules.ClosedEarly(poll, now) with { Host = new(host, seen + 1, poll.Host?.Chosen) };
            if (await polls.Decide(decided, cancellationToken)) return new HostOutcome.Chosen(decided);
        }

        throw new StorageFaultException($"The poll {id} changes all the time.");
    }
}
