namespace LeerkringBot.Domain;

/// <summary>What becomes of a change to a gathering that people may have registered for.</summary>
public abstract record RevisionOutcome
{
    private RevisionOutcome() { }

    public sealed record Revised(Gathering Gathering) : RevisionOutcome;

    /// <summary>Nobody loses a place that was confirmed.</summary>
    /// <param name="Track">Of which; null for the gathering itself.</param>
    /// <param name="Least">How many places are needed.</param>
    public sealed record TooFewPlaces(Track? Track, int Least) : RevisionOutcome;

    /// <summary>A track that somebody chose can't be taken away.</summary>
    /// <param name="TrackId">Its id.</param>
    public sealed record TrackInUse(string TrackId) : RevisionOutcome;

    public sealed record UnknownGathering : RevisionOutcome;
}
