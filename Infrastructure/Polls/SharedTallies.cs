using System.Collections.Concurrent;
using System.Collections.Immutable;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Polls;

/// <summary>One range query per poll and second, shared by all clicks of that second. Answers that this instance stored since are always in it.</summary>
internal sealed class SharedTallies(ITable table, TimeProvider clock)
{
    private static readonly TimeSpan Shared = TimeSpan.FromSeconds(1);
    private static readonly string[] Select = [nameof(PollAnswer.Option), nameof(PollAnswer.Version), nameof(PollAnswer.By)];
    private readonly ConcurrentDictionary<PollId, Entry> entries = new();

    public async Task<PollTally> Get(PollId id, CancellationToken cancellationToken)
    {
        var entry = entries.GetOrAdd(id, _ => new Entry());
        return entry.Merge(await entry.Query(() => Read(id), clock).WaitAsync(cancellationToken));
    }

    /// <summary>An answer was stored.</summary>
    public void Note(PollId id, PollAnswer answer) => entries.GetOrAdd(id, _ => new Entry()).Note(answer);

    // Nobody's own token: others wait for the same query.
    private async Task<PollTally> Read(PollId id)
    {
        var answers = ImmutableDictionary.CreateBuilder<string, TalliedAnswer>();
        await foreach (var row in table.Begins(id.ToString(), "a|", CancellationToken.None, Select))
        {
            answers[row.RowKey[2..]] = new(
                row.Text(nameof(PollAnswer.Option))!,
                (int)row.Whole(nameof(PollAnswer.Version))!.Value,
                new(row.Text(nameof(PollAnswer.By))!),
                row.ETag);
        }

        return new(answers.ToImmutable());
    }

    private sealed class Entry
    {
        private readonly Lock gate = new();
        private Task<PollTally>? query;
        private long startedAt;
        private ImmutableDictionary<string, TalliedAnswer> stored = ImmutableDictionary<string, TalliedAnswer>.Empty;

        public Task<PollTally> Query(Func<Task<PollTally>> read, TimeProvider clock)
        {
            lock (gate)
            {
                if (query is { IsFaulted: false } running && clock.GetElapsedTime(startedAt) < Shared) return running;
                startedAt = clock.GetTimestamp();
                return query = read();
            }
        }

        public void Note(PollAnswer answer)
        {
            lock (gate) stored = stored.SetItem(answer.Municipality.ToString(), TalliedAnswer.Of(answer, null));
        }

        public PollTally Merge(PollTally read)
        {
            lock (gate)
            {
                foreach (var (municipality, answer) in stored)
                {
                    if (read.Answers.TryGetValue(municipality, out var known) && known.Version >= answer.Version) stored = stored.Remove(municipality);
                    else read = new(read.Answers.SetItem(municipality, answer));
                }

                return read;
            }
        }
    }
}
