using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;
using LeerkringBot.Tests.Work;

namespace LeerkringBot.EndToEnd.Storage;

/// <summary>The queue counts on the emulator's own clock, so an hour of the test goes by in a second of it.</summary>
public sealed class WorkUnderLoadOnAzurite(Azurite azurite) : WorkUnderLoad, IClassFixture<Azurite>
{
    private const int Speed = 3_600;

    private readonly string queue = $"load-{Guid.NewGuid():N}";
    private readonly long began = TimeProvider.System.GetTimestamp();

    protected override int Items => 160;

    protected override int Days => 20;

    protected override TimeSpan Ran => TimeProvider.System.GetElapsedTime(began) * Speed;

    protected override Task<(ITables Tables, IQueue Queue, IDisposable? Opened)> Open(TimeProvider clock)
    {
        azurite.Require();
        var account = new StorageBackend.AzureConnection(azurite.ConnectionString);
        return Task.FromResult<(ITables, IQueue, IDisposable?)>((new AzureTables(AzureClients.Tables(account)), new Hurried(new AzureQueue(AzureClients.Queues(account), queue)), null));
    }

    protected override async Task<TimeSpan> Settle()
    {
        await Task.Delay(TimeSpan.FromMilliseconds(1_100), TestContext.Current.CancellationToken);
        return TimeSpan.Zero;
    }

    /// <summary>Hides for as long as it takes the test's time to get there; whole seconds, as the service counts.</summary>
    private sealed class Hurried(IQueue inner) : IQueue
    {
        // What is being done takes as long as ever.
        private static readonly TimeSpan Lease = TimeSpan.FromSeconds(5);

        public TimeSpan LongestIdle => inner.LongestIdle;

        public Task Create(CancellationToken cancellationToken) => inner.Create(cancellationToken);

        public Task Send(string body, TimeSpan visibleIn, CancellationToken cancellationToken) => inner.Send(body, visibleIn / Speed, cancellationToken);

        public Task<IReadOnlyList<QueueMessage>> Receive(int most, TimeSpan lease, CancellationToken cancellationToken) => inner.Receive(most, Lease, cancellationToken);

        public Task<QueueMessage?> Renew(QueueMessage message, TimeSpan lease, CancellationToken cancellationToken) => inner.Renew(message, Lease, cancellationToken);

        public Task<bool> Delete(QueueMessage message, CancellationToken cancellationToken) => inner.Delete(message, cancellationToken);

        public Task<bool> Postpone(QueueMessage message, TimeSpan delay, CancellationToken cancellationToken) => inner.Postpone(message, delay / Speed, cancellationToken);
    }
}
