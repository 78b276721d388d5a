namespace LeerkringBot.Domain.Gatherings;

public interface IGatheringStore : IGatherings
{
    /// <summary>Stores a new gathering, open for registration.</summary>
    /// <returns>False when the id is taken; then nothing changes.</returns>
    Task<bool> Add(Gathering gathering, CancellationToken cancellationToken);

    /// <summary>Changes a gathering and what follows from it for those who registered, all or nothing; again with what stands then, where somebody else wrote in between.</summary>
    /// <param name="id">Which gathering.</param>
    /// <param name="change">May be called more than once.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<RevisionOutcome> Revise(GatheringId id, Func<Gathering, Gathering> change, CancellationToken cancellationToken);
}
