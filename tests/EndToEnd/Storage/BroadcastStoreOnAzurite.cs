using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Tests.Broadcasts;

namespace LeerkringBot.EndToEnd.Storage;

public sealed class BroadcastStoreOnAzurite(Azurite azurite) : BroadcastStoreContract, IClassFixture<Azurite>
{
    protected override async Task<ITables> Tables()
    {
        azurite.Require();
        var tables = new AzureTables(AzureClients.Tables(new StorageBackend.AzureConnection(azurite.ConnectionString)));
        await tables.Create(TestContext.Current.CancellationToken);
        return tables;
    }
}
