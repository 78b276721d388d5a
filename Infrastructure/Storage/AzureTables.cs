using System.Collections.Frozen;
using Azure.Data.Tables;

namespace LeerkringBot.Infrastructure.Storage;

/// <summary>The tables of a storage account.</summary>
public sealed class AzureTables(TableServiceClient service) : ITables
{
    private readonly FrozenDictionary<string, AzureTable> tables =
        TableNames.All.ToFrozenDictionary(name => name, name => new AzureTable(service.GetTableClient(name)));

    public ITable this[string name] => tables[name];

    public Task Create(CancellationToken cancellationToken) =>
        Task.WhenAll(tables.Values.Select(table => table.Create(cancellationToken)));
}
