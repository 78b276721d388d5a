namespace LeerkringBot.Domain.Ideas;

/// <summary>Which ideas somebody wants to see.</summary>
/// <param name="About">Of one gathering or poll; null means all.</param>
/// <param name="Theme">Capitals and accents don't matter; empty means all.</param>
/// <param name="Words">Each must occur in the text, the theme or the number, of the idea or of what is part of it, also as part of a word; empty means all.</param>
public sealed record IdeaFilter(Subject? About = null, string Theme = "", string Words = "")
{
    /// <param name="idea">Which.</param>
    /// <param name="parts">The ideas that are part of it and may be seen.</param>
    public bool Matches(Idea idea, IEnumerable<Idea> parts)
    {
        if (About is not null && idea.About != About) return false;
        if (Theme.Length > 0 && IdeaText.Normalised(idea.Theme) != IdeaText.Normalised(Theme)) return false;
        if (Words.Length == 0) return true;
        var text = string.Join(' ', parts.Prepend(idea).Select(one => IdeaText.Normalised($"{one.Number} {one.Theme} {one.Text}")));
        return IdeaText.Normalised(Words).Split(' ').All(word => text.Contains(word, StringComparison.Ordinal));
    }
}
