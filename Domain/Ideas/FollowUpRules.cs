namespace LeerkringBot.Domain.Ideas;

/// <summary>What organisers do with one idea.</summary>
public static class FollowUpRules
{
    /// <summary>Sets the status with a line, which the sender hears once. What was merged stands on its own again.</summary>
    /// <param name="status">Not <see cref="IdeaStatus.Merged"/>.</param>
    /// <param name="line">As it was typed; may be empty.</param>
    public static IdeaChange<FollowUpOutcome> SetStatus(ReadIdeas read, IdeaId id, IdeaStatus status, string line)
    {
        if (status == IdeaStatus.Merged) throw new ArgumentOutOfRangeException(nameof(status));
        if (read[id] is not { } idea) return Decided(new FollowUpOutcome.Gone(id.Number));
        var clean = IdeaText.Clean(line);
        if (idea.Status == status && idea.StatusLine == clean) return Decided(new FollowUpOutcome.Stands(idea));
        if (idea.MergedInto is not null && read.Lacks(MergeRules.Around(idea)) is { IsEmpty: false } lacking) return IdeaChange.First<FollowUpOutcome>(lacking);
        var changed = idea with { Status = status, StatusLine = clean, StatusVersion = idea.StatusVersion + 1, MergedInto = null };
        return new()
        {
            Outcome = new FollowUpOutcome.Stands(changed),
            Changed = [changed, .. idea.MergedInto is null ? [] : MergeRules.Without(read, idea)],
            Work = IdeaWork.Tell(changed),
        };
    }

    /// <summary>Sets one thing that nobody is told about.</summary>
    public static IdeaChange<FollowUpOutcome> Set(ReadIdeas read, IdeaId id, Func<Idea, Idea> set)
    {
        if (read[id] is not { } idea) return Decided(new FollowUpOutcome.Gone(id.Number));
        var changed = set(idea);
        return changed == idea ? Decided(new FollowUpOutcome.Stands(idea)) : IdeaChange.Of<FollowUpOutcome>(new FollowUpOutcome.Stands(changed), changed);
    }

    private static IdeaChange<FollowUpOutcome> Decided(FollowUpOutcome outcome) => IdeaChange.Nothing(outcome);
}
