using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Tests.Registrations;

namespace LeerkringBot.EndToEnd.Storage;

public sealed class ParallelClicksOnAzurite(Azurite azurite) : ParallelClicks, IClassFixture<Azurite>
{
    protected override async Task<ITables> Tables()
    {
        azurite.Require();
        var tables = new AzureTables(AzureClients.Tables(new StorageBackend.AzureConnection(azurite.ConnectionString)));
        await tables.Create(TestContext.Current.CancellationToken);
        return tables;
    }
}
