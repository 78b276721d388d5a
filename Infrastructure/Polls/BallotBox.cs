using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Polls;

/// <summary>Counts the choices of anonymous polls.</summary>
/// <remarks>
/// One row holds all counters, so that its time of writing is that of the last who took part and of nobody else, and the row of who took part holds nothing. Neither
/// work, nor a line of a log, nor an index comes of it. Inside an instance those who take part in one poll queue here, so that only instances compete for the counters' ETag.
/// </remarks>
internal sealed class BallotBox(ITable table)
{
    private const int Tries = 30;
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    public async Task<CastOutcome> Cast(Poll poll, Voter voter, PollChoice choice, PollTally seen, CancellationToken cancellationToken)
    {
        var gate = gates[(uint)poll.Id.GetHashCode() % gates.Length];
        await gate.WaitAsync(cancellationToken);
        try
        {
            var (counts, stamp) = (seen.Counts, seen.BoxStamp);
            for (var i = 0; i < Tries; i++)
            {
                if (stamp is not null)
                {
                    if (await table.Write(Batch(poll, voter, choice, counts, stamp), cancellationToken)) return CastOutcome.Counted;
                    await Task.Delay(Random.Shared.Next(5 + (10 * i)), cancellationToken);
                }

                var reading = table.Get(poll.Id.ToString(), PollRow.Box, cancellationToken);
                var looking = poll.HasAnswers ? null : table.Get(poll.Id.ToString(), PollRow.Poll, cancellationToken);
                if (await table.Get(poll.Id.ToString(), PollRow.TookPartKey(voter), cancellationToken) is not null) return CastOutcome.Before;
                if (looking is not null && (await looking)?.ETag != poll.Stamp) return CastOutcome.PollChanged;
                var box = await reading ?? throw new StorageFaultException($"The counters of {poll.Id} are gone.");
                (counts, stamp) = (PollRow.ReadBox(box), box.ETag);
            }
        }
        finally
        {
            gate.Release();
        }

        throw new StorageFaultException($"The counters of {poll.Id} change all the time.");
    }

    private static List<RowChange> Batch(Poll poll, Voter voter, PollChoice choice, IReadOnlyDictionary<string, int> counts, string stamp)
    {
        var counted = new Dictionary<string, int>(counts);
        foreach (var (option, vote) in choice.Votes) counted[PollChoice.Tallied(option, vote)] = counted.GetValueOrDefault(PollChoice.Tallied(option, vote)) + 1;
        List<RowChange> batch =
        [
            new RowChange.Replace(PollRow.WriteBox(poll.Id, counted) with { ETag = stamp }),
            new RowChange.Insert(Row.Of(poll.Id.ToString(), PollRow.TookPartKey(voter))),
        ];
        if (!poll.HasAnswers) batch.Add(new RowChange.Replace(PollRow.Write(poll with { HasAnswers = true })));
        return batch;
    }
}
