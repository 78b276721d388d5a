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
    private const string DetailsPrefix = "d|";
    private readonly ITable table = tables[TableNames.Gatherings];
    private readonly ITable index = tables[TableNames.Index];
    private readonly Remembered<string, IReadOnlyList<Gathering>> remembered = new(clock);

    public async Task<bool> Add(Gathering gathering, CancellationToken cancellationToken)
    {
        // The index first: a line that points to nothing is passed over, a gathering without its line would never be seen.
        await index.Write([new RowChange.Insert(IndexRow(gathering))], cancellationToken);
        var added = await table.Write([new RowChange.Insert(sheets.Open(gathering)), new RowChange.Insert(Details(gathering))], cancellationToken);
        remembered.Forget(gathering.Id.Series);
        return added;
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
                remembered.Forget(id.Series);
                return outcome;
            }
        }

        throw new StorageFaultException($"The gathering {id} changes all the time.");
    }

    public async Task<Gathering?> Find(GatheringId id, CancellationToken cancellationToken) =>
        (await InSeries(id.Series, cancellationToken)).FirstOrDefault(gathering => gathering.Id == id);

    public async Task<Gathering?> Find(GatheringId id, int revision, CancellationToken cancellationToken)
    {
        if (await Find(id, cancellationToken) is { } found && found.Revision >= revision) return found;
        remembered.Forget(id.Series);
        return await Find(id, cancellationToken);
    }

    // The dates of one series are read together: a card says whether there are others.
    public async Task<IReadOnlyList<Gathering>> InSeries(string series, CancellationToken cancellationToken) =>
        await remembered.Get(series, token => Read(series, token), cancellationToken) ?? [];

    public async Task<IReadOnlyList<Gathering>> All(CancellationToken cancellationToken) =>
        [.. await Indexed("gathering|", cancellationToken)];

    public Task<IReadOnlyList<Gathering>> Coming(CancellationToken cancellationToken) => Since(clock.GetUtcNow(), cancellationToken);

    public async Task<IReadOnlyList<Gathering>> Since(DateTimeOffset moment, CancellationToken cancellationToken) =>
        [.. (await Indexed(IndexKey(moment, "."), cancellationToken)).OrderBy(gathering => gathering.StartsAt)];

    private async Task<IEnumerable<Gathering>> Indexed(string from, CancellationToken cancellationToken)
    {
        var rows = await index.Query(Partition.Network, from, "gathering|~", [], cancellationToken).List(cancellationToken);
        var found = await Task.WhenAll(rows.Select(row => Find(GatheringId.Parse(row.RowKey.Split('|')[2]), cancellationToken)));
        // A line of another date, or of an import that broke off, is passed over.
        return rows.Zip(found).Where(pair => pair.Second is not null && pair.First.RowKey == IndexKey(pair.Second.EndsAt, pair.Second.Id.ToString())).Select(pair => pair.Second!);
    }

    private async Task<IReadOnlyList<Gathering>?> Read(string series, CancellationToken cancellationToken)
    {
        var rows = await table.Begins(series, DetailsPrefix, cancellationToken).List(cancellationToken);
        return rows.Count == 0 ? null : [.. rows.Select(row => Gathering(new(series, row.RowKey[DetailsPrefix.Length..]), row)).OrderBy(gathering => gathering.StartsAt)];
    }

    private static Gathering Gathering(GatheringId id, Row row) =>
        JsonSerializer.Deserialize(Chunked.Read(row, "Details"), StoredJson.Default.GatheringDocument)!.ToGathering(id);

    private static Row Details(Gathering gathering) => Row.Of(
        gathering.Id.Series,
        DetailsKey(gathering.Id),
        Chunked.Values("Details", JsonSerializer.Serialize(GatheringDocument.Of(gathering), StoredJson.Default.GatheringDocument)));

    private static string DetailsKey(GatheringId id) => DetailsPrefix + id.Item;

    private static Row IndexRow(Gathering gathering) => Row.Of(Partition.Network, IndexKey(gathering.EndsAt, gathering.Id.ToString()));

    private static string IndexKey(DateTimeOffset endsAt, string id) =>
        $"gathering|{endsAt.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)}|{id}";
}
