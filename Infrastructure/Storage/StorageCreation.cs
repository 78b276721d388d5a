using LeerkringBot.Infrastructure.Work;
using Microsoft.Extensions.Hosting;

namespace LeerkringBot.Infrastructure.Storage;

/// <summary>Creates tables and queue before anything else starts.</summary>
internal sealed class StorageCreation(ITables tables, IQueue queue) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await tables.Create(cancellationToken);
        await queue.Create(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
