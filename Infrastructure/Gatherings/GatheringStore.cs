using System.Globalization;
using System.Text.Json;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Gatherings;

/// <summary>Table Gatherings, partition = series: "d|id" the details; with it, in one batch, what other features begin with. Table Index: "gathering|end|id".</summary>
public sealed class GatheringStore(ITables tables, IEnumerable<IGatheringOpening> openings, TimeProvider clock) : IGatheringStore
{
    private readonly ITable table = tables[TableNames.Gatherings];
    private readonly ITable index = tables[TableNames.Index];
    private readonly Remembered<GatheringId, Gathering> remembered = new(clock);

    public async Task<bool> Add(Gathering gathering, int? capacity, CancellationToken cancellationToken)
    {
        // The index first: a line that points to nothing is passed over, a gathering without its line would never be seen.
        await index.Write([new RowChange.Insert(Row.Of(Partition.Network, IndexKey(gathering.EndsAt, gathering.Id.ToString())))], cancellationToken);
        var details = JsonSerializer.Serialize(GatheringDocument.Of(gathering), StoredJson.Default.GatheringDocument);
        return await table.Write(
            [
                .. openings.Select(opening => new RowChange.Insert(opening.Open(gathering, capacity))),
                new RowChange.Insert(Row.Of(gathering.Id.Series, $"d|{gathering.Id.Item}", Chunked.Values("Details", details))),
            ],
            cancellationToken);
    }

    public async Task<Gathering?> Find(GatheringId id, CancellationToken cancellationToken) =>
        await remembered.Get(id, token => Read(id, token), cancellationToken);

    public async Task<IReadOnlyList<Gathering>> Coming(CancellationToken cancellationToken)
    {
        var rows = await index.Query(Partition.Network, IndexKey(clock.GetUtcNow(), "."), "gathering|~", [], cancellationToken).List(cancellationToken);
        var found = await Task.WhenAll(rows.Select(row => Find(GatheringId.Parse(row.RowKey.Split('|')[2]), cancellationToken)));
        // A line of an import that named another date, or broke off, is passed over.
        return [.. rows.Zip(found).Where(pair => pair.Second is not null && pair.First.RowKey == IndexKey(pair.Second.EndsAt, pair.Second.Id.ToString())).Select(pair => pair.Second!).OrderBy(gathering => gathering.StartsAt)];
    }

    private async Task<Gathering?> Read(GatheringId id, CancellationToken cancellationToken) =>
        await table.Get(id.Series, $"d|{id.Item}", cancellationToken) is { } row
            ? JsonSerializer.Deserialize(Chunked.Read(row, "Details"), StoredJson.Default.GatheringDocument)!.ToGathering(id)
            : null;

    private static string IndexKey(DateTimeOffset endsAt, string id) =>
        $"gathering|{endsAt.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)}|{id}";
}
