using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeerkringBot.Infrastructure.Work;

/// <summary>Does the work of the queue, several items at once. At the end what runs may finish for ten seconds.</summary>
public sealed class WorkLoop(IQueue queue, WorkDispatcher dispatcher, WorkSignal signal, TimeProvider clock, ILogger<WorkLoop> log) : BackgroundService
{
    private const int AtOnce = 8;

    private static readonly TimeSpan ShortestIdle = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim free = new(AtOnce);

    public override void Dispose()
    {
        free.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ending = new CancellationTokenSource();
        try
        {
            await Run(ending.Token, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            ending.CancelAfter(Grace);
        }

        for (var i = 0; i < AtOnce; i++) await free.WaitAsync(CancellationToken.None);
    }

    private async Task Run(CancellationToken ending, CancellationToken stoppingToken)
    {
        var idle = ShortestIdle;
        while (true)
        {
            await free.WaitAsync(stoppingToken);
            var places = 1;
            // Not cancellable: an exception here would keep the places that are taken already.
            while (places < AtOnce && free.Wait(0, CancellationToken.None)) places++;

            var messages = await Receive(places, stoppingToken);
            foreach (var message in messages) _ = Handle(message, ending);
            if (places > messages.Count) free.Release(places - messages.Count);

            if (messages.Count > 0)
            {
                idle = ShortestIdle;
                continue;
            }

            await signal.Wait(idle, clock, stoppingToken);
            idle = TimeSpan.FromTicks(Math.Min(2 * idle.Ticks, queue.LongestIdle.Ticks));
        }
    }

    private async Task<IReadOnlyList<QueueMessage>> Receive(int most, CancellationToken stoppingToken)
    {
        try
        {
            return await queue.Receive(most, WorkDispatcher.Lease, stoppingToken);
        }
        catch (StorageFaultException fault)
        {
            log.LogWarning(fault, "Could not look for work.");
            return [];
        }
        catch (OperationCanceledException)
        {
            free.Release(most);
            throw;
        }
    }

    private async Task Handle(QueueMessage message, CancellationToken ending)
    {
        try
        {
            await Task.Yield();
            await dispatcher.Handle(message, ending);
        }
        catch (OperationCanceledException)
        {
            // The message is visible again: the next start does it.
        }
        catch (StorageFaultException fault)
        {
            log.LogWarning(fault, "A message returns when its lease ends.");
        }
        finally
        {
            free.Release();
        }
    }
}
