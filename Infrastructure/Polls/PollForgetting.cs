using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Polls;

/// <summary>Takes a person out of a poll. What they answered stays: for a municipality without who clicked, for themselves under a key that is nobody's.</summary>
internal sealed class PollForgetting(ITable table)
{
    /// <summary>Of an answer of their own; a batch takes each line twice.</summary>
    private const int MostLines = 40;

    public async Task Forget(PollId id, MemberId member, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        while (!await Rename(id, member, cancellationToken)) await Task.Yield();
        // The answers first and the history after them, each as often as somebody else writes in between.
        foreach (var rows in new[] { PollRow.Poll, PollRow.Answers, PollRow.Details, PollRow.History, "o|" })
            while (!await Clear(id, rows, member, words, cancellationToken)) await Task.Yield();
    }

    private async Task<bool> Clear(PollId id, string rows, MemberId member, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var whole = true;
        foreach (var row in await table.Begins(id.ToString(), rows, cancellationToken).List(cancellationToken))
        {
            if (row.RowKey.StartsWith("o|", StringComparison.Ordinal))
            {
                if (row.Text(nameof(WorkItem.Subject))?.Split(' ').Contains(member.ToString()) == true) await table.Write([new RowChange.Delete(row)], cancellationToken);
            }
            else if (PollRow.Names(row, member, words)) whole &= await table.Write([new RowChange.Replace(PollRow.Forget(row, member, words))], cancellationToken);
        }

        return whole;
    }

    private async Task<bool> Rename(PollId id, MemberId member, CancellationToken cancellationToken)
    {
        var voter = Voter.Of(member);
        var lines = (await table.Begins(id.ToString(), PollRow.HistoryOf(voter), cancellationToken).List(cancellationToken)).ToList();
        var single = await Task.WhenAll(
            new[] { PollRow.AnswerKey(voter), PollRow.TookPartKey(voter), PollRow.DetailsKey(voter) }.Select(key => table.Get(id.ToString(), key, cancellationToken)));
        if (lines.Count > MostLines)
        {
            await table.Write([.. lines.Take(lines.Count - MostLines).Take(100).Select(row => new RowChange.Delete(row))], cancellationToken);
            return false;
        }

        var rows = single.OfType<Row>().Concat(lines).ToList();
        if (rows.Count == 0) return true;
        var nobody = MemberId.NewForgotten().ToString();
        return await table.Write(
            [
                .. rows.Select(row => new RowChange.Delete(row)),
                .. rows.Select(row => new RowChange.Insert(row with { RowKey = row.RowKey.Replace(member.ToString(), nobody, StringComparison.Ordinal), ETag = null })),
            ],
            cancellationToken);
    }
}
