namespace LeerkringBot.Domain.Ideas;

/// <summary>All that can happen when an organiser does something with an idea.</summary>
public abstract record FollowUpOutcome
{
    private FollowUpOutcome() { }

    public sealed record Stands(Idea Idea) : FollowUpOutcome;

    /// <summary>Withdrawn, or it never was.</summary>
    public sealed record Gone(IdeaNumber Number) : FollowUpOutcome;

    /// <summary>An idea can't be merged into itself, nor into what is part of it.</summary>
    public sealed record Itself(Idea Idea) : FollowUpOutcome;

    /// <summary>No more than <see cref="MergeRules.Most"/> ideas make one.</summary>
    public sealed record TooMany(Idea Idea) : FollowUpOutcome;
}
