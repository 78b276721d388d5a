using System.Globalization;
using System.Text.Json;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Polls;

/// <summary>Table Polls, partition = poll: "p" the poll, "a|GM0867" answers, "h|GM0867|000007" history. Table Index: "poll|closing|id".</summary>
public sealed class PollStore(ITables tables, TimeProvider clock) : IPollStore
{
    private readonly ITable table = tables[TableNames.Polls];
    private readonly ITable index = tables[TableNames.Index];
    private readonly SharedTallies tallies = new(tables[TableNames.Polls], clock);

    public async Task<bool> Add(Poll poll, CancellationToken cancellationToken)
    {
        // The index first: a line that points to nothing is passed over, a poll without its line would never be seen.
        await index.Write([new RowChange.Insert(Row.Of(Partition.Network, IndexKey(poll.ClosesAt, poll.Id.ToString())))], cancellationToken);
        var document = JsonSerializer.Serialize(new PollDocument(poll.Question, poll.Explanation, poll.Options), StoredJson.Default.PollDocument);
        return await table.Write(
            [new RowChange.Insert(Row.Of(poll.Id.ToString(), "p", [(nameof(Poll.ClosesAt), poll.ClosesAt), .. Chunked.Values("Question", document)]))],
            cancellationToken);
    }

    public async Task<Poll?> Find(PollId id, CancellationToken cancellationToken)
    {
        if (await table.Get(id.ToString(), "p", cancellationToken) is not { } row) return null;
        var document = JsonSerializer.Deserialize(Chunked.Read(row, "Question"), StoredJson.Default.PollDocument)!;
        return new()
        {
            Id = id,
            Question = document.Question,
            Explanation = document.Explanation,
            Options = document.Options,
            ClosesAt = row.Moment(nameof(Poll.ClosesAt))!.Value,
        };
    }

    public async Task<IReadOnlyList<Poll>> Open(CancellationToken cancellationToken)
    {
        var rows = await index.Query(Partition.Network, IndexKey(clock.GetUtcNow(), "."), "poll|~", [], cancellationToken).List(cancellationToken);
        var found = await Task.WhenAll(rows.Select(row => Find(new(row.RowKey.Split('|')[2]), cancellationToken)));
        // A line of an import that named another day, or broke off, is passed over.
        return [.. rows.Zip(found).Where(pair => pair.Second is not null && pair.First.RowKey == IndexKey(pair.Second.ClosesAt, pair.Second.Id.ToString()) && pair.Second.IsOpen(clock.GetUtcNow())).Select(pair => pair.Second!)];
    }

    public async Task<IReadOnlyList<Poll>> All(CancellationToken cancellationToken) =>
        [.. (await Task.WhenAll((await Ids(cancellationToken)).Select(id => Find(id, cancellationToken)))).OfType<Poll>()];

    public Task<PollTally> Tally(PollId id, CancellationToken cancellationToken) => tallies.Get(id, cancellationToken);

    public async Task<(PollAnswer Answer, string Stamp)?> Answer(PollId id, MunicipalityCode municipality, CancellationToken cancellationToken) =>
        await table.Get(id.ToString(), $"a|{municipality}", cancellationToken) is { } row ? (ReadAnswer(municipality, row), row.ETag!) : null;

    public async Task<bool> Put(PollId id, PollAnswer answer, TalliedAnswer? replaces, CancellationToken cancellationToken)
    {
        var current = WriteAnswer(id, $"a|{answer.Municipality}", answer);
        RowChange change = new RowChange.Insert(current);
        if (replaces is not null)
        {
            if ((replaces.Stamp ?? await StampOf(id, answer, cancellationToken)) is not { } stamp) return false;
            change = new RowChange.Replace(current with { ETag = stamp });
        }

        if (!await table.Write([change, new RowChange.Insert(WriteAnswer(id, HistoryKey(answer.Municipality, answer.Version), answer))], cancellationToken)) return false;
        tallies.Note(id, answer);
        return true;
    }

    public async Task<IReadOnlyList<PollAnswer>> History(PollId id, MunicipalityCode municipality, CancellationToken cancellationToken) =>
        [.. (await table.Begins(id.ToString(), $"h|{municipality}|", cancellationToken).List(cancellationToken)).Select(row => ReadAnswer(municipality, row))];

    public async Task<IReadOnlyList<(Poll Poll, PollAnswer Answer)>> GivenBy(MemberId member, CancellationToken cancellationToken)
    {
        var given = new List<(Poll, PollAnswer)>();
        foreach (var id in await Ids(cancellationToken))
        {
            var lines = (await table.Begins(id.ToString(), "h|", cancellationToken).List(cancellationToken)).Where(row => IsBy(row, member)).ToList();
            if (lines.Count == 0 || await Find(id, cancellationToken) is not { } poll) continue;
            given.AddRange(lines.Select(row => (poll, ReadAnswer(MunicipalityCode.Parse(row.RowKey.Split('|')[1]), row))));
        }

        return given;
    }

    public async Task Forget(MemberId member, CancellationToken cancellationToken)
    {
        foreach (var id in await Ids(cancellationToken))
        {
            // The answers first and the history after them, each as often as somebody else writes in between.
            foreach (var rows in new[] { "a|", "h|" })
                while (!await Forget(id, rows, member, cancellationToken)) await Task.Yield();
            tallies.Forget(id);
        }
    }

    private async Task<bool> Forget(PollId id, string rows, MemberId member, CancellationToken cancellationToken)
    {
        var whole = true;
        foreach (var row in await table.Begins(id.ToString(), rows, cancellationToken).List(cancellationToken))
        {
            if (!IsBy(row, member)) continue;
            var values = new Dictionary<string, object>(row.Values) { [nameof(PollAnswer.By)] = MemberId.Forgotten.ToString() };
            whole &= await table.Write([new RowChange.Replace(row with { Values = values })], cancellationToken);
        }

        return whole;
    }

    private async Task<IReadOnlyList<PollId>> Ids(CancellationToken cancellationToken) =>
        [.. (await index.Begins(Partition.Network, "poll|", cancellationToken).List(cancellationToken)).Select(row => new PollId(row.RowKey.Split('|')[2])).Distinct()];

    private static bool IsBy(Row row, MemberId member) => row.Text(nameof(PollAnswer.By)) == member.ToString();

    private async Task<string?> StampOf(PollId id, PollAnswer next, CancellationToken cancellationToken) =>
        await Answer(id, next.Municipality, cancellationToken) is { } standing && standing.Answer.Version == next.Version - 1 ? standing.Stamp : null;

    private static string HistoryKey(MunicipalityCode municipality, int version) => $"h|{municipality}|{version.ToString("000000", CultureInfo.InvariantCulture)}";

    private static string IndexKey(DateTimeOffset closesAt, string id) =>
        $"poll|{closesAt.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)}|{id}";

    private static Row WriteAnswer(PollId id, string rowKey, PollAnswer answer) => Row.Of(
        id.ToString(),
        rowKey,
        (nameof(PollAnswer.Option), answer.Option),
        (nameof(PollAnswer.By), answer.By.ToString()),
        (nameof(PollAnswer.At), answer.At),
        (nameof(PollAnswer.Version), (long)answer.Version));

    private static PollAnswer ReadAnswer(MunicipalityCode municipality, Row row) => new(
        municipality,
        row.Text(nameof(PollAnswer.Option))!,
        new(row.Text(nameof(PollAnswer.By))!),
        row.Moment(nameof(PollAnswer.At))!.Value,
        (int)row.Whole(nameof(PollAnswer.Version))!.Value);
}
