using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;
using Microsoft.Extensions.Time.Testing;

namespace LeerkringBot.Tests.Work;

public sealed class SqliteMemoryQueueTests : QueueContract, IAsyncLifetime
{
    private readonly SqliteDatabase database = SqliteDatabase.Memory();
    private readonly FakeTimeProvider clock = new();

    protected override IQueue Queue => new SqliteQueue(database, clock);

    public async ValueTask InitializeAsync() => await Queue.Create(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        database.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override Task Pass(TimeSpan time)
    {
        clock.Advance(time);
        return Task.CompletedTask;
    }
}
