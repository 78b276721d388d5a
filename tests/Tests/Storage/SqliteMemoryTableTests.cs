using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Storage;

public sealed class SqliteMemoryTableTests : TableContract, IAsyncLifetime
{
    private readonly SqliteDatabase database = SqliteDatabase.Memory();

    protected override ITables Tables => new SqliteTables(database);

    public async ValueTask InitializeAsync() => await Tables.Create(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        database.Dispose();
        return ValueTask.CompletedTask;
    }
}
