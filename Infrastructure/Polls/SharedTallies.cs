using System.Collections.Concurrent;
using System.Collections.Immutable;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Polls;

/// <summary>One range query per poll and second, shared by all clicks of that second. Answers that this instance stored since are always in it.</summary>
internal sealed class SharedTallies(ITable table, TimeProvider clock)
{
    private readonly ConcurrentDictionary<PollId, Entry> entries = new();

    public async Task<PollTally> Get(PollId id, CancellationToken cancellationToken)
    {
        var entry = entries.GetOrAdd(id, _ => new Entry(clock));
        var (number, reading) = entry.Query.Current(() => Read(id));
        return entry.Merge(number, await reading.WaitAsync(cancellationToken));
    }

    /// <summary>An answer was stored.</summary>
    public void Note(PollId id, Voter voter, TalliedAnswer answer) => entries.GetOrAdd(id, _ => new Entry(clock)).Note(voter, answer);

    /// <summary>The next click reads it anew.</summary>
    public void Forget(PollId id) => entries.TryRemove(id, out _);

    // Nobody's own token: others wait for the same query.
    private async Task<PollTally> Read(PollId id)
    {
        var answers = ImmutableDictionary.CreateBuilder<string, TalliedAnswer>();
        Row? box = null;
        // Answers, counters and who took part stand side by side, so that one range has them all.
        await foreach (var row in table.Query(id.ToString(), PollRow.Answers, PollRow.TookPart + "~", PollRow.Tallied, CancellationToken.None))
        {
            if (row.RowKey == PollRow.Box) box = row;
            else answers[PollRow.VoterOf(row).ToString()] = row.RowKey.StartsWith(PollRow.Answers, StringComparison.Ordinal) ? PollRow.ReadTallied(row) : TalliedAnswer.TookPart;
        }

        return box is null ? new(answers.ToImmutable()) : PollTally.Anonymous(answers.ToImmutable(), PollRow.ReadBox(box).ToImmutableDictionary(), PollRow.MarkOf(box));
    }

    private sealed class Entry(TimeProvider clock)
    {
        private readonly Lock gate = new();

        /// <summary>With the query that had begun last when it was stored: a later one has it, or what came of it since.</summary>
        private readonly Dictionary<Voter, (TalliedAnswer Answer, int Query)> stored = [];
        private PollTally merged = PollTally.Empty;
        private int mergedNumber;

        public SharedQuery<PollTally> Query { get; } = new(clock);

        public void Note(Voter voter, TalliedAnswer answer)
        {
            lock (gate)
            {
                // Another instance may have been faster, and its answer read already.
                if (merged.Of(voter)?.Version >= answer.Version) return;
                stored[voter] = (answer, Query.Number);
                merged = merged.With(voter, answer);
            }
        }

        /// <summary>Once for each query; what was stored here meanwhile and isn't in it yet comes on top.</summary>
        public PollTally Merge(int numberOfRead, PollTally read)
        {
            lock (gate)
            {
                if (numberOfRead <= mergedNumber) return merged;
                mergedNumber = numberOfRead;
                foreach (var (voter, (answer, begun)) in stored)
                {
                    if (begun < numberOfRead || (read.Of(voter) is { } known && known.Version >= answer.Version)) stored.Remove(voter);
                    else read = read.With(voter, answer);
                }

                return merged = read;
            }
        }
    }
}
