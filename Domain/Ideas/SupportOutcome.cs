namespace LeerkringBot.Domain.Ideas;

/// <summary>All that can happen when somebody supports an idea, or does no longer.</summary>
public abstract record SupportOutcome
{
    private SupportOutcome() { }

    /// <param name="Idea">The one that is supported: what the asked one was merged into, where it was.</param>
    public sealed record Stands(Idea Idea) : SupportOutcome;

    /// <summary>Nobody supports their own idea.</summary>
    public sealed record Own(Idea Idea) : SupportOutcome;

    /// <summary>Withdrawn or hidden.</summary>
    public sealed record Gone(IdeaNumber Number) : SupportOutcome;
}
