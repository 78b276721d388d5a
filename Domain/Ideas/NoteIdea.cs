namespace LeerkringBot.Domain.Ideas;

/// <summary>Notes what came in, once, however often it comes.</summary>
public sealed class NoteIdea(IIdeaStore ideas, TimeProvider clock)
{
    private const int Tries = 8;

    /// <param name="draft">What came in.</param>
    /// <param name="key">What it is known by where it comes from: a message's id and its place in it, say. The same key always means the same idea; 1 to 2,000 characters of any kind.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<NoteOutcome> Note(IdeaDraft draft, string key, CancellationToken cancellationToken)
    {
        var (text, theme) = (IdeaText.Clean(draft.Text), IdeaText.CleanTheme(draft.Theme));
        if (IdeaText.Check(text, theme) is { IsEmpty: false } mistakes) return new NoteOutcome.Wrong(mistakes);

        var alike = ideas.Alike(text, cancellationToken);
        for (var i = 0; i < Tries; i++)
        {
            var now = clock.GetUtcNow();
            var idea = new Idea
            {
                Id = IdeaId.New(now),
                Text = text,
                Theme = theme,
                About = draft.About,
                Sender = draft.Sender,
                Affiliation = draft.Affiliation,
                IsAffiliationConfirmed = draft.Affiliation is not null && draft.IsAffiliationConfirmed,
                Source = draft.Source,
                Original = draft.Original,
                ShowsName = draft.ShowsName,
                At = now,
            };
            if (await ideas.Add(idea, key, cancellationToken) is not { } id) continue;
            var isNew = id == idea.Id;
            var noted = isNew ? idea : await ideas.Find(id, cancellationToken);
            return noted is null ? new NoteOutcome.Withdrawn(id.Number) : new NoteOutcome.Noted(noted, isNew, [.. (await alike).Where(one => one != id)]);
        }

        throw new StorageFaultException("No number is free for an idea.");
    }
}
