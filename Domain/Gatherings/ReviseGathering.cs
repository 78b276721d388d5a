namespace LeerkringBot.Domain.Gatherings;

/// <summary>An organiser changes or cancels a gathering. Those who registered are told when date, time or place change, and everybody who answered when it is cancelled; once.</summary>
public sealed class ReviseGathering(IGatheringStore gatherings)
{
    /// <param name="id">Which gathering.</param>
    /// <param name="change">What the organiser wants; revision, moment before, and where it came from, are kept here. May be called more than once.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<RevisionOutcome> To(GatheringId id, Func<Gathering, Gathering> change, CancellationToken cancellationToken) =>
        gatherings.Revise(id, current => Revised(current, change(current)), cancellationToken);

    /// <param name="id">Which gathering. Cancelling it again changes nothing.</param>
    /// <param name="reason">For everybody who answered.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<RevisionOutcome> Cancel(GatheringId id, string reason, CancellationToken cancellationToken) =>
        To(id, current => current with { Cancellation = current.Cancellation ?? reason }, cancellationToken);

    /// <summary>The number of places alone.</summary>
    public Task<RevisionOutcome> Capacity(GatheringId id, int? capacity, CancellationToken cancellationToken) =>
        To(id, current => current with { Capacity = capacity }, cancellationToken);

    private static Gathering Revised(Gathering current, Gathering wanted)
    {
        var moved = wanted.Moment != current.Moment;
        var told = moved || wanted.Cancellation != current.Cancellation;
        return wanted with
        {
            Id = current.Id,
            Revision = current.Revision + (told ? 1 : 0),
            Before = moved ? current.Moment : current.Before,
            HostChoice = wanted.HostChoice ?? current.HostChoice,
            DraftMark = current.DraftMark,
        };
    }
}
