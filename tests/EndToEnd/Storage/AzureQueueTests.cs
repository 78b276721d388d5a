using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;
using LeerkringBot.Tests.Work;

namespace LeerkringBot.EndToEnd.Storage;

public sealed class AzureQueueTests(Azurite azurite) : QueueContract, IClassFixture<Azurite>, IAsyncLifetime
{
    private readonly Lazy<IQueue> queue = new(() => new AzureQueue(AzureClients.Queues(new StorageBackend.AzureConnection(azurite.ConnectionString)), $"test-{Guid.NewGuid():N}"));

    protected override IQueue Queue => queue.Value;

    public async ValueTask InitializeAsync()
    {
        azurite.Require();
        await Queue.Create(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // The emulator has its own clock, and counts in seconds.
    protected override Task Pass(TimeSpan time) => Task.Delay(time + TimeSpan.FromMilliseconds(1_100), TestContext.Current.CancellationToken);
}
