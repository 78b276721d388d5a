namespace LeerkringBot.Domain.Ideas;

/// <summary>What senders can do with their own idea.</summary>
public static class OwnIdeaRules
{
    public static bool CanChange(Idea idea) => idea.Status is IdeaStatus.New or IdeaStatus.UnderDiscussion;

    public static IdeaChange<OwnIdeaOutcome> Change(ReadIdeas read, IdeaId id, IdeaSender by, IdeaDraft draft, DateTimeOffset now)
    {
        if (read[id] is not { } idea) return Decided(new OwnIdeaOutcome.Withdrawn(id.Number));
        if (!idea.Sender.IsSameAs(by)) return Decided(new OwnIdeaOutcome.NotTheirs());
        if (!CanChange(idea)) return Decided(new OwnIdeaOutcome.Settled(idea));
        var (text, theme) = (IdeaText.Clean(draft.Text), IdeaText.CleanTheme(draft.Theme));
        if (IdeaText.Check(text, theme) is { IsEmpty: false } mistakes) return Decided(new OwnIdeaOutcome.Wrong(idea, mistakes));
        var changed = idea with
        {
            Text = text,
            Theme = theme,
            About = draft.About,
            ShowsName = draft.ShowsName,
            ChangedAt = text == idea.Text ? idea.ChangedAt : now,
        };
        return changed == idea ? Decided(new OwnIdeaOutcome.Stands(idea)) : IdeaChange.Of<OwnIdeaOutcome>(new OwnIdeaOutcome.Stands(changed), changed);
    }

    /// <summary>The words go. What was merged into it stands on its own again: the first of those takes its place, with its status, its agenda and who supports it.</summary>
    public static IdeaChange<OwnIdeaOutcome> Withdraw(ReadIdeas read, IdeaId id, IdeaSender by)
    {
        if (read[id] is not { } idea) return Decided(new OwnIdeaOutcome.Withdrawn(id.Number));
        if (!idea.Sender.IsSameAs(by)) return Decided(new OwnIdeaOutcome.NotTheirs());
        if (read.Lacks(MergeRules.Around(idea)) is { IsEmpty: false } lacking) return IdeaChange.First<OwnIdeaOutcome>(lacking);
        return IdeaChange.Of<OwnIdeaOutcome>(new OwnIdeaOutcome.Withdrawn(idea.Number), [.. MergeRules.Without(read, idea)]) with { Gone = [id] };
    }

    private static IdeaChange<OwnIdeaOutcome> Decided(OwnIdeaOutcome outcome) => IdeaChange.Nothing(outcome);
}
