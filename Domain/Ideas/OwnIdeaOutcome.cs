using System.Collections.Immutable;

namespace LeerkringBot.Domain.Ideas;

/// <summary>All that can happen when somebody changes or withdraws their own idea.</summary>
public abstract record OwnIdeaOutcome
{
    private OwnIdeaOutcome() { }

    public sealed record Stands(Idea Idea) : OwnIdeaOutcome;

    /// <summary>It is gone, also when it already was.</summary>
    public sealed record Withdrawn(IdeaNumber Number) : OwnIdeaOutcome;

    /// <summary>Somebody else's.</summary>
    public sealed record NotTheirs : OwnIdeaOutcome;

    /// <summary>Organisers decided about it, or merged it: its words stay. It can still be withdrawn.</summary>
    public sealed record Settled(Idea Idea) : OwnIdeaOutcome;

    /// <summary>Nothing is changed.</summary>
    public sealed record Wrong(Idea Idea, ImmutableArray<IdeaMistake> Mistakes) : OwnIdeaOutcome;
}
