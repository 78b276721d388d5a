using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Polls;

/// <summary>Counts the choices of anonymous polls.</summary>
/// <remarks>
/// One row holds all counters, so that its time of writing is that of the last who took part and of nobody else, and the row of who took part holds nothing. Neither
/// work, nor a line of a log, nor an index comes of it. It says itself until when it takes choices, and closing the poll replaces it: what was counted on a box of before fails, so that
/// nothing is counted in a poll that is closed. Inside an instance those who take part in one poll queue here, so that only instances compete for the counters' ETag.
/// </remarks>
internal sealed class BallotBox(ITable table, TimeProvider clock)
{
    private const int Tries = 30;
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    public Task<CastOutcome> Cast(Poll poll, Voter voter, PollChoice choice, PollTally seen, CancellationToken cancellationToken) =>
        InTurn(poll.Id, () => Count(poll, voter, choice, seen, cancellationToken), cancellationToken);

    /// <summary>Waits until nobody of this instance is taking part, and nobody begins until it is done.</summary>
    public async Task<T> InTurn<T>(PollId id, Func<Task<T>> act, CancellationToken cancellationToken)
    {
        var gate = gates[(uint)id.GetHashCode() % gates.Length];
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await act();
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<CastOutcome> Count(Poll poll, Voter voter, PollChoice choice, PollTally seen, CancellationToken cancellationToken)
    {
        var id = poll.Id.ToString();
        var (counts, box) = (seen.Counts, seen.Box);
        for (var i = 0; i < Tries; i++)
        {
            if (box is not null && IsOpen(poll, box))
            {
                if (await table.Write(Batch(poll, voter, choice, counts, box), cancellationToken)) return CastOutcome.Counted;
                await Task.Delay(Random.Shared.Next(5 + (10 * i)), cancellationToken);
            }

            var (reading, looking) = (table.Get(id, PollRow.Box, cancellationToken), table.Get(id, PollRow.Poll, cancellationToken));
            var tookPart = await table.Get(id, PollRow.TookPartKey(voter), cancellationToken);
            var (row, now) = (await reading, await looking);
            if (tookPart is not null) return CastOutcome.Before;
            if (row is null || now?.ETag != poll.Stamp) return CastOutcome.PollChanged;
            (counts, box) = (PollRow.ReadBox(row), PollRow.MarkOf(row));
            if (!IsOpen(poll, box)) return CastOutcome.Closed;
        }

        throw new StorageFaultException($"The counters of {poll.Id} change all the time.");
    }

    // Of both: an answer that waited long must not be counted because the poll was read long ago.
    private bool IsOpen(Poll poll, BallotMark box) => poll.IsOpen(clock.GetUtcNow()) && clock.GetUtcNow() < box.ClosesAt;

    private static List<RowChange> Batch(Poll poll, Voter voter, PollChoice choice, IReadOnlyDictionary<string, int> counts, BallotMark box)
    {
        var counted = new Dictionary<string, int>(counts);
        foreach (var (option, vote) in choice.Votes) counted[PollChoice.Tallied(option, vote)] = counted.GetValueOrDefault(PollChoice.Tallied(option, vote)) + 1;
        List<RowChange> batch =
        [
            new RowChange.Replace(PollRow.WriteBox(poll, counted) with { ETag = box.Stamp }),
            new RowChange.Insert(Row.Of(poll.Id.ToString(), PollRow.TookPartKey(voter))),
        ];
        if (!poll.HasAnswers) batch.Add(new RowChange.Replace(PollRow.Write(poll with { HasAnswers = true })));
        return batch;
    }
}
