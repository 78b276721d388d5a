namespace LeerkringBot.Domain.Broadcasts;

/// <summary>All that can come of getting a message ready.</summary>
public abstract record Preparation
{
    private Preparation() { }

    /// <summary>Its turn is now.</summary>
    public sealed record Ready(Letter Letter) : Preparation;

    /// <summary>There is nothing to tell any more.</summary>
    public sealed record Nothing : Preparation;

    /// <summary>It won't get there, or not now: <see cref="SendOutcome.NotSent"/> or <see cref="SendOutcome.Postponed"/>.</summary>
    public sealed record Closed(SendOutcome Why) : Preparation;
}
