using System.Collections.Immutable;

namespace LeerkringBot.Domain.Ideas;

/// <summary>The list of ideas, a page at a time.</summary>
public sealed class FindIdeas(IIdeaStore ideas)
{
    public const int PageSize = 10;

    private const int MostThemes = 50;

    /// <param name="filter">Which.</param>
    /// <param name="page">0 is the first; past the end gives the last.</param>
    /// <param name="seesAll">Whether hidden ones are shown too.</param>
    /// <param name="viewer">Sees their own, hidden or not.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IdeaPage> Page(IdeaFilter filter, int page, bool seesAll, MemberId viewer, CancellationToken cancellationToken)
    {
        var found = new List<Idea>();
        var themes = new Dictionary<string, string>();
        var subjects = new HashSet<Subject>();
        var all = await ideas.Recent(cancellationToken);
        var parts = all.Where(idea => idea.MergedInto is not null && (seesAll || !idea.IsHidden)).ToLookup(idea => idea.MergedInto!.Value);
        foreach (var idea in all)
        {
            if (idea.MergedInto is not null || (idea.IsHidden && !seesAll && idea.Sender != new IdeaSender.OfMember(viewer))) continue;
            if (idea.Theme.Length > 0 && themes.Count < MostThemes) themes.TryAdd(IdeaText.Normalised(idea.Theme), idea.Theme);
            if (idea.About is { } about) subjects.Add(about);
            if (filter.Matches(idea, parts[idea.Id])) found.Add(idea);
        }

        var shown = Math.Clamp(page, 0, Math.Max(0, (found.Count - 1) / PageSize));
        return new(
            [.. found.Skip(shown * PageSize).Take(PageSize)],
            shown,
            found.Count,
            [.. themes.Values.Order(StringComparer.OrdinalIgnoreCase)],
            [.. subjects]);
    }
}

/// <param name="Ideas">Newest first.</param>
/// <param name="Number">Which page this is; 0 is the first.</param>
/// <param name="Total">How many ideas match, on all pages.</param>
/// <param name="Themes">That there are.</param>
/// <param name="Subjects">That ideas are about.</param>
public sealed record IdeaPage(ImmutableArray<Idea> Ideas, int Number, int Total, ImmutableArray<string> Themes, ImmutableArray<Subject> Subjects);
