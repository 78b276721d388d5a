namespace LeerkringBot.Domain;

/// <summary>What features may ask about gatherings.</summary>
public interface IGatherings
{
    Task<Gathering?> Find(GatheringId id, CancellationToken cancellationToken);

    /// <summary>What is remembered may be a minute old; this is at least of a revision that is known to be there.</summary>
    Task<Gathering?> Find(GatheringId id, int revision, CancellationToken cancellationToken);

    /// <summary>All dates of a series, first one first.</summary>
    Task<IReadOnlyList<Gathering>> InSeries(string series, CancellationToken cancellationToken);

    /// <summary>Every gathering there was and will be, in no particular order. Not for a path that a click waits for.</summary>
    Task<IReadOnlyList<Gathering>> All(CancellationToken cancellationToken);

    /// <summary>Those that have not ended yet, first one first.</summary>
    Task<IReadOnlyList<Gathering>> Coming(CancellationToken cancellationToken);

    /// <summary>Those that end at that moment or later, first one first. Not for a path that a click waits for.</summary>
    Task<IReadOnlyList<Gathering>> Since(DateTimeOffset moment, CancellationToken cancellationToken);
}
