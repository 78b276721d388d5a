namespace LeerkringBot.Domain;

/// <summary>What features may ask about gatherings.</summary>
public interface IGatherings
{
    Task<Gathering?> Find(GatheringId id, CancellationToken cancellationToken);

    /// <summary>Those that have not ended yet, first one first.</summary>
    Task<IReadOnlyList<Gathering>> Coming(CancellationToken cancellationToken);
}
