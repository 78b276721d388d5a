using System.Collections.Immutable;

namespace LeerkringBot.Domain.Ideas;

/// <summary>"Steun ik ook". Who supports what was merged, supports what it was merged into.</summary>
public static class SupportRules
{
    public static IdeaChange<SupportOutcome> Support(ReadIdeas read, IdeaId id, MemberId member) =>
        Set(read, id, member, supporters => supporters.Contains(member) ? supporters : supporters.Add(member));

    public static IdeaChange<SupportOutcome> Withdraw(ReadIdeas read, IdeaId id, MemberId member) =>
        Set(read, id, member, supporters => supporters.Remove(member));

    private static IdeaChange<SupportOutcome> Set(ReadIdeas read, IdeaId id, MemberId member, Func<ImmutableArray<MemberId>, ImmutableArray<MemberId>> set)
    {
        var asked = read[id];
        if (asked?.MergedInto is { } other)
        {
            if (read.Lacks(other) is { IsEmpty: false } lacking) return IdeaChange.First<SupportOutcome>(lacking);
            asked = read[other];
        }

        if (asked is not { IsHidden: false } idea) return IdeaChange.Nothing<SupportOutcome>(new SupportOutcome.Gone(id.Number));
        if (idea.Sender is IdeaSender.OfMember sender && sender.Member == member) return IdeaChange.Nothing<SupportOutcome>(new SupportOutcome.Own(idea));
        var supporters = set(idea.Supporters);
        if (supporters == idea.Supporters) return IdeaChange.Nothing<SupportOutcome>(new SupportOutcome.Stands(idea));
        var changed = idea with { Supporters = supporters };
        return IdeaChange.Of<SupportOutcome>(new SupportOutcome.Stands(changed), changed);
    }
}
