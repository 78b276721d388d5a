using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;

namespace LeerkringBot.Tests.Ideas;

/// <summary>Ideas as a plain list of groups: the first of a group is the whole, and the group has the supporters.</summary>
internal sealed class IdeaGroups
{
    private readonly List<int> authors = [];
    private readonly List<Group> groups = [];
    private readonly HashSet<int> hidden = [];

    public List<IdeaId> Ids { get; } = [];

    public int Count => authors.Count;

    public static MemberId Member(int number) => new($"member-{number}");

    // One of the four writes mails.
    public static IdeaSender Sender(int number) => number == 3 ? new IdeaSender.ByMail("a@b.example", "", true) : new IdeaSender.OfMember(Member(number));

    public int AuthorOf(int idea) => authors[idea];

    public string After(IdeaStep step)
    {
        switch (step)
        {
            case IdeaStep.Note note:
                groups.Add(new([authors.Count], [], "New"));
                authors.Add(note.Author);
                return "Noted";
            case IdeaStep.Support(var idea, var member): return Support(idea, member, true);
            case IdeaStep.Unsupport(var idea, var member): return Support(idea, member, false);
            case IdeaStep.Merge(var idea, var into): return Merge(idea, into);
            case IdeaStep.Withdraw(var idea):
                if (Of(idea) is { } left) Leave(left, idea);
                return "Withdrawn";
            case IdeaStep.Status(var idea, var takenUp):
                if (Of(idea) is not { } own) return "Gone";
                if (own.Ideas[0] != idea)
                {
                    own.Ideas.Remove(idea);
                    own = new([idea], [], "");
                    groups.Add(own);
                }

                own.Status = takenUp ? "TakenUp" : "UnderDiscussion";
                return "Stands";
            case IdeaStep.Hide(var idea, var isHidden):
                if (Of(idea) is null) return "Gone";
                if (isHidden) hidden.Add(idea);
                else hidden.Remove(idea);
                return "Stands";
            default: throw new InvalidOperationException(step.ToString());
        }
    }

    /// <returns>Null when what is stored is the same.</returns>
    public string? Wrong(IReadOnlyList<Idea> stored)
    {
        if (stored.Count != groups.Sum(group => group.Ideas.Count)) return $"{stored.Count} ideas are stored";
        var byId = stored.ToDictionary(idea => idea.Id);
        foreach (var group in groups)
        {
            var ids = group.Ideas.Select(idea => Ids[idea]).ToList();
            var whole = byId[ids[0]];
            if (whole.MergedInto is not null || !whole.Merged.SequenceEqual(ids.Skip(1))) return $"{whole.Number} is not the whole of its group";
            if (whole.Status.ToString() != group.Status) return $"{whole.Number} is {whole.Status} and not {group.Status}";
            if (whole.Supporters.Length != whole.Supporters.Distinct().Count() || !group.Supporters.SetEquals(whole.Supporters)) return $"{string.Join(' ', whole.Supporters)} support {whole.Number}, not {string.Join(' ', group.Supporters)}";
            foreach (var part in ids.Skip(1).Select(id => byId[id]))
                if (part.MergedInto != whole.Id || !part.Merged.IsEmpty || !part.Supporters.IsEmpty || part.Status != IdeaStatus.Merged) return $"{part.Number} is no part of {whole.Number}";
            foreach (var idea in group.Ideas)
                if (byId[Ids[idea]].IsHidden != hidden.Contains(idea)) return $"{Ids[idea]} is hidden or not";
        }

        return null;
    }

    private string Support(int idea, int member, bool supports)
    {
        if (Of(idea) is not { } group || hidden.Contains(group.Ideas[0])) return "Gone";
        if (IsBy(group.Ideas[0], Member(member))) return "Own";
        if (supports) group.Supporters.Add(Member(member));
        else group.Supporters.Remove(Member(member));
        return "Stands";
    }

    private string Merge(int idea, int into)
    {
        if (Of(idea) is not { } from || Of(into) is not { } to) return "Gone";
        if (from == to) return from.Ideas[0] == idea ? "Itself" : "Stands";
        if (from.Ideas[0] == idea)
        {
            groups.Remove(from);
            to.Ideas.AddRange(from.Ideas);
            to.Supporters.UnionWith(from.Supporters.Where(member => !IsBy(to.Ideas[0], member)));
        }
        else
        {
            from.Ideas.Remove(idea);
            to.Ideas.Add(idea);
        }

        return "Stands";
    }

    private void Leave(Group group, int idea)
    {
        var wasHidden = hidden.Remove(idea);
        var wasWhole = group.Ideas[0] == idea;
        group.Ideas.Remove(idea);
        if (group.Ideas.Count == 0) groups.Remove(group);
        else if (wasWhole)
        {
            group.Supporters.RemoveWhere(member => IsBy(group.Ideas[0], member));
            // What was hidden itself stays so.
            if (wasHidden) hidden.Add(group.Ideas[0]);
        }
    }

    private Group? Of(int idea) => groups.Find(group => group.Ideas.Contains(idea));

    private bool IsBy(int idea, MemberId member) => Sender(authors[idea]) is IdeaSender.OfMember sender && sender.Member == member;

    private sealed class Group(List<int> ideas, HashSet<MemberId> supporters, string status)
    {
        public List<int> Ideas { get; } = ideas;

        public HashSet<MemberId> Supporters { get; } = supporters;

        public string Status { get; set; } = status;
    }
}
