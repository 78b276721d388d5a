using System.Collections.Concurrent;
using System.Collections.Immutable;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
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
        var (number, query) = entry.Query(() => Read(id), clock);
        return entry.Merge(number, await query.WaitAsync(cancellationToken));
    }

    /// <summary>An answer was stored.</summary>
    public void Note(PollId id, PollAnswer answer) => entries.GetOrAdd(id, _ => new Entry()).Note(answer);

    /// <summary>The next click reads it anew.</summary>
    public void Forget(PollId id) => entries.TryRemove(id, out _);

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
        private readonly Dictionary<MunicipalityCode, TalliedAnswer> stored = [];
        private Task<PollTally>? query;
        private int number;
        private long startedAt;
        private PollTally merged = PollTally.Empty;
        private int mergedNumber;

        public (int Number, Task<PollTally> Query) Query(Func<Task<PollTally>> read, TimeProvider clock)
        {
            lock (gate)
            {
                if (query is { IsFaulted: false } running && clock.GetElapsedTime(startedAt) < Shared) return (number, running);
                startedAt = clock.GetTimestamp();
                return (++number, query = read());
            }
        }

        public void Note(PollAnswer answer)
        {
            lock (gate)
            {
                // Another instance may have been faster, and its answer read already.
                if (merged.Of(answer.Municipality)?.Version >= answer.Version) return;
                merged = merged.With(answer.Municipality, stored[answer.Municipality] = TalliedAnswer.Of(answer, null));
            }
        }

        /// <summary>Once for each query; what was stored here meanwhile and isn't in it yet comes on top.</summary>
        public PollTally Merge(int numberOfRead, PollTally read)
        {
            lock (gate)
            {
                if (numberOfRead <= mergedNumber) return merged;
                mergedNumber = numberOfRead;
                foreach (var (municipality, answer) in stored)
                {
                    if (read.Of(municipality) is { } known && known.Version >= answer.Version) stored.Remove(municipality);
                    else read = read.With(municipality, answer);
                }

                return merged = read;
            }
        }
    }
}
