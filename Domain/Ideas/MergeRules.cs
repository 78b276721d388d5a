using System.Collections.Immutable;

namespace LeerkringBot.Domain.Ideas;

/// <summary>Several ideas that are one. What is merged keeps its words and its sender; status, agenda and support are those of the one it is part of.</summary>
public static class MergeRules
{
    /// <summary>A batch holds a hundred rows.</summary>
    public const int Most = 40;

    /// <summary>Merges one idea, with all that is part of it, into another, or into what that other is part of.</summary>
    public static IdeaChange<FollowUpOutcome> Merge(ReadIdeas read, IdeaId id, IdeaId into)
    {
        if (read.Lacks(id, into) is { IsEmpty: false } lacking) return IdeaChange.First<FollowUpOutcome>(lacking);
        if (read[id] is not { } idea) return Decided(new FollowUpOutcome.Gone(id.Number));
        if (read[into] is not { } target) return Decided(new FollowUpOutcome.Gone(into.Number));
        if (target.MergedInto is { } whole)
        {
            if (whole == id || idea.MergedInto == whole && whole != into) return Decided(whole == id ? new FollowUpOutcome.Itself(idea) : new FollowUpOutcome.Stands(idea));
            return Merge(read, id, whole);
        }

        if (id == into) return Decided(new FollowUpOutcome.Itself(idea));
        if (idea.MergedInto == into) return Decided(new FollowUpOutcome.Stands(idea));
        if (read.Lacks(Around(idea)) is { IsEmpty: false } more) return IdeaChange.First<FollowUpOutcome>(more);
        if (target.Merged.Length + idea.Merged.Length + 1 > Most) return Decided(new FollowUpOutcome.TooMany(target));

        var parts = idea.Merged.Select(part => read[part]).OfType<Idea>().ToList();
        var left = idea.MergedInto is { } before && read[before] is { } old ? old with { Merged = old.Merged.Remove(id) } : null;
        var merged = idea with { MergedInto = into, Merged = [], Supporters = [], Status = IdeaStatus.Merged, StatusLine = "", StatusVersion = idea.StatusVersion + 1, Agenda = null };
        var joined = target with
        {
            Merged = [.. target.Merged, id, .. parts.Select(part => part.Id)],
            Agenda = target.Agenda ?? idea.Agenda,
            Supporters = [.. target.Supporters.Union(idea.Supporters).Where(member => !IsBy(target, member))],
        };
        return new()
        {
            Outcome = new FollowUpOutcome.Stands(merged),
            Changed = [merged, joined, .. parts.Select(part => part with { MergedInto = into }), .. left is null ? Array.Empty<Idea>() : [left]],
            Work = IdeaWork.Tell(merged),
        };
    }

    /// <summary>What must be read before an idea can leave what it is merged with.</summary>
    internal static IEnumerable<IdeaId> Around(Idea idea) => idea.MergedInto is { } whole ? [whole] : idea.Merged;

    /// <summary>The ideas around one, as they are when that one is no longer merged with them.</summary>
    internal static IEnumerable<Idea> Without(ReadIdeas read, Idea idea)
    {
        if (idea.MergedInto is { } into)
        {
            if (read[into] is { } whole) yield return whole with { Merged = whole.Merged.Remove(idea.Id) };
            yield break;
        }

        var parts = idea.Merged.Select(part => read[part]).OfType<Idea>().ToList();
        if (parts.Count == 0) yield break;
        yield return parts[0] with
        {
            MergedInto = null,
            Merged = [.. parts.Skip(1).Select(part => part.Id)],
            Supporters = [.. idea.Supporters.Where(member => !IsBy(parts[0], member))],
            Status = idea.Status,
            StatusLine = idea.StatusLine,
            Agenda = idea.Agenda,
            IsHidden = idea.IsHidden || parts[0].IsHidden,
        };
        foreach (var part in parts.Skip(1)) yield return part with { MergedInto = parts[0].Id };
    }

    private static bool IsBy(Idea idea, MemberId member) => idea.Sender is IdeaSender.OfMember sender && sender.Member == member;

    private static IdeaChange<FollowUpOutcome> Decided(FollowUpOutcome outcome) => IdeaChange.Nothing(outcome);
}
