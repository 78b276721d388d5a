using LeerkringBot.Domain.Ideas;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Ideas;

/// <summary>One query over all ideas per second, shared by all clicks of that second. What this instance stored since is always in it.</summary>
internal sealed class SharedIdeas(Func<CancellationToken, IAsyncEnumerable<Idea>> all, TimeProvider clock)
{
    private readonly SharedQuery<IReadOnlyList<Idea>> query = new(clock);
    private readonly Lock gate = new();

    /// <summary>What was stored here, null where it is gone, with the number of the last query that had begun: the next one has it. And how many things had been noted by then.</summary>
    private readonly Dictionary<IdeaId, (int Query, long Order, Idea? Idea)> stored = [];
    private IReadOnlyList<Idea> latest = [];
    private int latestNumber;
    private long notes;

    /// <summary>The latest with what was stored since; null where something changed.</summary>
    private IReadOnlyList<Idea>? merged;

    public async Task<IReadOnlyList<Idea>> Get(CancellationToken cancellationToken)
    {
        var (numberOfRead, reading) = query.Current(Read);
        var read = await reading.WaitAsync(cancellationToken);
        lock (gate)
        {
            if (numberOfRead > latestNumber)
            {
                (latest, latestNumber, merged) = (read, numberOfRead, null);
                foreach (var id in stored.Where(one => one.Value.Query < numberOfRead).Select(one => one.Key).ToList()) stored.Remove(id);
            }

            return merged ??= stored.Count == 0
                ? latest
                : [.. latest.Where(idea => !stored.ContainsKey(idea.Id)).Concat(stored.Values.Select(one => one.Idea).OfType<Idea>()).OrderBy(idea => idea.Id.ToString(), StringComparer.Ordinal)];
        }
    }

    /// <summary>Before something is stored.</summary>
    /// <returns>To be said when it was.</returns>
    public long Begin()
    {
        lock (gate) return notes;
    }

    /// <summary>An idea was stored.</summary>
    public void Note(Idea idea, long begun) => Note(idea.Id, idea, begun);

    /// <summary>An idea was removed.</summary>
    public void NoteGone(IdeaId id, long begun) => Note(id, null, begun);

    /// <summary>Something may have been stored: the next click reads anew.</summary>
    public void Forget() => query.Forget();

    private void Note(IdeaId id, Idea? idea, long begun)
    {
        lock (gate)
        {
            // Of two changes that were stored at once nobody here knows which was the last: the next click reads anew.
            if (stored.TryGetValue(id, out var other) && other.Order > begun) query.Forget();
            stored[id] = (query.Number, ++notes, idea);
            merged = null;
        }
    }

    // Nobody's own token: others wait for the same query.
    private async Task<IReadOnlyList<Idea>> Read() => await all(CancellationToken.None).ToListAsync(CancellationToken.None);
}
