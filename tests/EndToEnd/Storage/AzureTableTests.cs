using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Tests.Storage;

namespace LeerkringBot.EndToEnd.Storage;

public sealed class AzureTableTests(Azurite azurite) : TableContract, IClassFixture<Azurite>, IAsyncLifetime
{
    private readonly Lazy<ITables> tables = new(() => new AzureTables(AzureClients.Tables(new StorageBackend.AzureConnection(azurite.ConnectionString))));

    protected override ITables Tables => tables.Value;

    public async ValueTask InitializeAsync()
    {
        azurite.Require();
        await Tables.Create(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
