using LeerkringBot.Domain;

namespace LeerkringBot.Cards.Polls;

/// <summary>Somebody who can still answer.</summary>
/// <param name="Municipality">For which; null in a poll of persons.</param>
/// <param name="Name">Of the person.</param>
/// <param name="Reach">Whether the poll or a reminder of it reached them.</param>
public sealed record SilentVoter(string? Municipality, string Name, Reach Reach)
{
    /// <summary>Contact officer of the municipality.</summary>
    public bool IsContact { get; init; }

    public bool WantsNoReminders { get; init; }
}

/// <param name="State">The best that became of what was sent.</param>
/// <param name="At">When that was; null where it isn't known.</param>
/// <param name="Why">Why it failed.</param>
public sealed record Reach(ReachState State, DateTimeOffset? At = null, NotSentReason? Why = null)
{
    public static Reach None { get; } = new(ReachState.NotAsked);
}

/// <summary>From worst to best.</summary>
public enum ReachState
{
    NotAsked,
    Failed,
    Waiting,

    /// <summary>It may have arrived.</summary>
    Uncertain,
    ByMail,
    InTeams,
}
