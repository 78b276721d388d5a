using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Tests.Ideas;

namespace LeerkringBot.EndToEnd.Storage;

/// <summary>Each test has an emulated account of its own: all ideas stand in one partition.</summary>
public sealed class IdeaStoreOnAzuriteTests : IdeaStoreContract, IAsyncLifetime
{
    private readonly Azurite azurite = new();

    public ValueTask InitializeAsync() => azurite.InitializeAsync();

    public ValueTask DisposeAsync() => azurite.DisposeAsync();

    protected override async Task<ITables> Tables()
    {
        azurite.Require();
        var tables = new AzureTables(AzureClients.Tables(new StorageBackend.AzureConnection(azurite.ConnectionString)));
        await tables.Create(TestContext.Current.CancellationToken);
        return tables;
    }
}
