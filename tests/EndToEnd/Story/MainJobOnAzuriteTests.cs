using Azure.Data.Tables;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.EndToEnd.Story;

[Collection("Playgrounds")]
public sealed class MainJobOnAzuriteTests(Browser browser, Azurite azurite) : MainJob(browser), IClassFixture<Azurite>
{
    protected override IReadOnlyDictionary<string, string> Storage
    {
        get
        {
            azurite.Require();
            return new Dictionary<string, string> { ["Storage__ConnectionString"] = azurite.ConnectionString };
        }
    }

    protected override async Task<IReadOnlyList<Row>> Rows(string table, string partition, CancellationToken cancellationToken)
    {
        var rows = new List<Row>();
        await foreach (var entity in new TableClient(azurite.ConnectionString, table).QueryAsync<TableEntity>(entity => entity.PartitionKey == partition, cancellationToken: cancellationToken))
            rows.Add(Row.Of(entity.PartitionKey, entity.RowKey, entity.Select(value => (value.Key, (object?)value.Value))));
        return rows;
    }
}
