using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.EndToEnd.Broadcasts;

[Collection(nameof(Kills))]
public sealed class KilledInstancesOnAzuriteTests(Azurite azurite) : KilledInstances, IClassFixture<Azurite>
{
    protected override IReadOnlyDictionary<string, string> Storage
    {
        get
        {
            azurite.Require();
            return new Dictionary<string, string> { ["Storage__ConnectionString"] = azurite.ConnectionString };
        }
    }

    protected override ITables Tables
    {
        get
        {
            azurite.Require();
            return new AzureTables(AzureClients.Tables(new StorageBackend.AzureConnection(azurite.ConnectionString)));
        }
    }
}
