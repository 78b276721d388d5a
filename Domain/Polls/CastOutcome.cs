namespace LeerkringBot.Domain.Polls;

/// <summary>What becomes of a choice in an anonymous poll.</summary>
public enum CastOutcome
{
    Counted,

    /// <summary>Who takes part did so before; nothing was counted.</summary>
    Before,

    /// <summary>The poll changed since it was read; nothing was counted.</summary>
    PollChanged,

    /// <summary>It is closed; nothing was counted.</summary>
    Closed,
}
