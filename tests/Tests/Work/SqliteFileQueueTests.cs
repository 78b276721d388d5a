using LeerkringBot.Infrastructure.Work;
using LeerkringBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace LeerkringBot.Tests.Work;

public sealed class SqliteFileQueueTests : QueueContract, IAsyncLifetime
{
    private readonly SqliteFile file = new();
    private readonly FakeTimeProvider clock = new();

    protected override IQueue Queue => new SqliteQueue(file.Database, clock);

    public async ValueTask InitializeAsync() => await Queue.Create(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        file.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override Task Pass(TimeSpan time)
    {
        clock.Advance(time);
        return Task.CompletedTask;
    }
}
