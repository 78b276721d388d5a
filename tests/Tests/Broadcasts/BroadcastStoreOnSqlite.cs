using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Broadcasts;

public sealed class BroadcastStoreOnSqlite : BroadcastStoreContract, IDisposable
{
    private readonly SqliteDatabase database = SqliteDatabase.Memory();

    public void Dispose() => database.Dispose();

    protected override async Task<ITables> Tables()
    {
        var tables = new SqliteTables(database);
        await tables.Create(TestContext.Current.CancellationToken);
        return tables;
    }
}
