using System.Collections.Immutable;

namespace LeerkringBot.Domain.Ideas;

/// <summary>What a rule decided: the outcome and what to store in one batch; or what it must read before it can.</summary>
public sealed record IdeaChange<TOutcome>
{
    public TOutcome? Outcome { get; init; }

    /// <summary>Each as it is to be.</summary>
    public ImmutableArray<Idea> Changed { get; init; } = [];

    public ImmutableArray<IdeaId> Gone { get; init; } = [];

    public ImmutableArray<WorkItem> Work { get; init; } = [];

    /// <summary>Nothing is decided yet: these are to be read first.</summary>
    public ImmutableArray<IdeaId> Lacking { get; init; } = [];
}

public static class IdeaChange
{
    public static IdeaChange<TOutcome> Nothing<TOutcome>(TOutcome outcome) => new() { Outcome = outcome };

    public static IdeaChange<TOutcome> Of<TOutcome>(TOutcome outcome, params ImmutableArray<Idea> changed) => new() { Outcome = outcome, Changed = changed };

    public static IdeaChange<TOutcome> First<TOutcome>(ImmutableArray<IdeaId> lacking) => new() { Lacking = lacking };
}
