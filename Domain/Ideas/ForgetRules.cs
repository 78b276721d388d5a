namespace LeerkringBot.Domain.Ideas;

/// <summary>The idea stays, for whom it was given, without its sender: no name, no address, no way back to the mail. Support goes.</summary>
public static class ForgetRules
{
    private const string Blank = "…";

    /// <param name="read">With the idea.</param>
    /// <param name="id">Which.</param>
    /// <param name="member">Who is forgotten.</param>
    /// <param name="name">Theirs; blanked where their own idea names it.</param>
    /// <param name="email">Theirs; what came from it is theirs too. Null where nobody knows it.</param>
    public static IdeaChange<bool> Forget(ReadIdeas read, IdeaId id, MemberId member, string? name, string? email)
    {
        if (read[id] is not { } idea) return IdeaChange.Nothing(false);
        var changed = IsOf(idea, member, email)
            ? idea with
            {
                Sender = new IdeaSender.Forgotten(),
                Original = null,
                ShowsName = false,
                Text = Without(Without(idea.Text, name), email),
                StatusLine = Without(Without(idea.StatusLine, name), email),
            }
            : idea;
        if (changed.Supporters.Contains(member)) changed = changed with { Supporters = changed.Supporters.Remove(member) };
        return changed == idea ? IdeaChange.Nothing(false) : IdeaChange.Of(true, changed);
    }

    /// <summary>Whether an idea is somebody's, sent in Teams or from their address.</summary>
    public static bool IsOf(Idea idea, MemberId member, string? email) => idea.Sender switch
    {
        IdeaSender.OfMember sender => sender.Member == member,
        IdeaSender.ByMail sender => sender.Address == email,
        _ => false,
    };

    private static string Without(string text, string? word) => string.IsNullOrWhiteSpace(word) ? text : text.Replace(word, Blank, StringComparison.OrdinalIgnoreCase);
}
