using System.Globalization;
using System.Text.Json;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Gatherings;

/// <summary>Table Gatherings, partition = series: "d|id" the details; with them, in one batch, the head. Table Index: "gathering|end|id".</summary>
public sealed class GatheringStore(ITables tables, IGatheringSheets sheets, TimeProvider clock) : IGatheringStore
{
    private const int Tries = 8;
    private readonly ITable table = tables[TableNames.Gatherings];
    private readonly ITable index = tables[TableNames.Index];
    private readonly Remembered<GatheringId, Gathering> remembered = new(clock);

    public async Task<bool> Add(Gathering gathering, CancellationToken cancellationToken)
    {
        // The index first: a line that points to nothing is passed over, a gathering without its line would never be seen.
        await index.Write([new RowChange.Insert(IndexRow(gathering))], cancellationToken);
        return await table.Write([new RowChange.Insert(sheets.Open(gathering)), new RowChange.Insert(Details(gathering))], cancellationToken);
    }

    public async Task<RevisionOutcome> Revise(GatheringId id, Func<Gathering, Gathering> change, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            if (await table.Get(id.Series, DetailsKey(id), cancellationToken) is not { } row) return new RevisionOutcome.UnknownGathering();
            var current = Gathering(id, row);
            var revised = change(current);
            if (revised.EndsAt != current.EndsAt) await index.Write([new RowChange.Insert(IndexRow(revised))], cancellationToken);
            if (await sheets.Revise(revised, new RowChange.Replace(Details(revised) with { ETag = row.ETag }), cancellationToken) is { } outcome)
            {
                if (outcome is RevisionOutcome.Revised) remembered.Keep(id, revised);
                return outcome;
            }
        }

        throw new StorageFaultException($"The gathering {id} changes all the time.");
    }

    public async Task<Gathering?> Find(GatheringId id, CancellationToken cancellationToken) =>
        await remembered.Get(id, token => Read(id, token), cancellationToken);

    public async Task<IReadOnlyList<Gathering>> Coming(CancellationToken cancellationToken) =>
        [.. (await Indexed(IndexKey(clock.GetUtcNow(), "."), cancellationToken)).OrderBy(gathering => gathering.StartsAt)];

    private async Task<IEnumerable<Gathering>> Indexed(string from, CancellationToken cancellationToken)
    {
        var rows = await index.Query(Partition.Network, from, "gathering|~", [], cancellationToken).List(cancellationToken);
        var found = await Task.WhenAll(rows.Select(row => Find(GatheringId.Parse(row.RowKey.Split('|')[2]), cancellationToken)));
        // A line of another date, or of an import that broke off, is passed over.
        return rows.Zip(found).Where(pair => pair.Second is not null && pair.First.RowKey == IndexKey(pair.Second.EndsAt, pair.Second.Id.ToString())).Select(pair => pair.Second!);
    }

    private async Task<Gathering?> Read(GatheringId id, CancellationToken cancellationToken) =>
        await table.Get(id.Series, DetailsKey(id), cancellationToken) is { } row ? Gathering(id, row) : null;

    private static Gathering Gathering(GatheringId id, Row row) =>
        JsonSerializer.Deserialize(Chunked.Read(row, "Details"), StoredJson.Default.GatheringDocument)!.ToGathering(id);

    private static Row Details(Gathering gathering) => Row.Of(
        gathering.Id.Series,
        DetailsKey(gathering.Id),
        Chunked.Values("Details", JsonSerializer.Serialize(GatheringDocument.Of(gathering), StoredJson.Default.GatheringDocument)));

    private static string DetailsKey(GatheringId id) => $"d|{id.Item}";

    private static Row IndexRow(Gathering gathering) => Row.Of(Partition.Network, IndexKey(gathering.EndsAt, gathering.Id.ToString()));

    private static string IndexKey(DateTimeOffset endsAt, string id) =>
        $"gathering|{endsAt.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)}|{id}";
}
