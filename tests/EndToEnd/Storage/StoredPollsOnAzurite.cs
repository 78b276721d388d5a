using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Tests.Polls;

namespace LeerkringBot.EndToEnd.Storage;

public sealed class StoredPollsOnAzurite(Azurite azurite) : StoredPolls, IClassFixture<Azurite>
{
    protected override int Stories => 6;

    protected override async Task<ITables> Tables()
    {
        azurite.Require();
        var tables = new AzureTables(AzureClients.Tables(new StorageBackend.AzureConnection(azurite.ConnectionString)));
        await tables.Create(TestContext.Current.CancellationToken);
        return tables;
    }
}
