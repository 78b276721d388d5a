using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;
using LeerkringBot.Tests.Storage;

namespace LeerkringBot.Tests.Work;

public sealed class WorkUnderLoadOnSqlite : WorkUnderLoad, IDisposable
{
    private readonly SqliteFile file = new();

    protected override int Items => 600;

    protected override int Days => 100;

    public void Dispose() => file.Dispose();

    protected override Task<(ITables Tables, IQueue Queue, IDisposable? Opened)> Open(TimeProvider clock)
    {
        var database = file.Open();
        return Task.FromResult<(ITables, IQueue, IDisposable?)>((new SqliteTables(database), new SqliteQueue(database, clock), database));
    }

    protected override Task<TimeSpan> Settle() => Task.FromResult(TimeSpan.FromHours(1));
}
