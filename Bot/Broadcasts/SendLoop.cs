using System.Collections.Concurrent;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Infrastructure.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>The sender: while this instance has the lease it runs every broadcast that has something to do.</summary>
public sealed class SendLoop(
    ISenderLease lease,
    IBroadcastStore broadcasts,
    RunBroadcast run,
    SendingSignal signal,
    SendingOptions options,
    TimeProvider clock,
    ILogger<SendLoop> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>Broadcasts, not deliveries: most have one recipient.</summary>
    private readonly SemaphoreSlim places = new(options.AtOnce);

    private readonly ConcurrentDictionary<string, Task> running = new();

    /// <summary>Not to be run again earlier, as long as they weren't opened anew.</summary>
    private readonly ConcurrentDictionary<string, (string Stamp, DateTimeOffset NotBefore)> resting = new();

    public override void Dispose()
    {
        places.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                if (await TryHold(stoppingToken)) await Send(stoppingToken);
                await Task.Delay(options.LeaseTerm / 3, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is being sent was finished; the next sender need not wait.
            await Release();
        }
    }

    /// <summary>As long as the lease is ours.</summary>
    private async Task Send(CancellationToken stoppingToken)
    {
        using var losing = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var keeping = Keep(losing);
        resting.Clear();
        try
        {
            while (true)
            {
                await Look(losing.Token);
                await signal.Wait(LookEvery, clock, losing.Token);
            }
        }
        catch (OperationCanceledException) when (losing.IsCancellationRequested)
        {
            // Stopped, or lost: see below.
        }

        await Task.WhenAll([keeping, .. running.Values]);
        stoppingToken.ThrowIfCancellationRequested();
    }

    private async Task Look(CancellationToken cancellationToken)
    {
        try
        {
            var open = new HashSet<string>();
            await foreach (var (id, stamp) in broadcasts.Open(cancellationToken))
            {
                open.Add(id);
                if (running.TryGetValue(id, out var task) && !task.IsCompleted || resting.TryGetValue(id, out var rest) && rest.Stamp == stamp && rest.NotBefore > clock.GetUtcNow()) continue;
                await places.WaitAsync(cancellationToken);
                running[id] = Run(id, stamp, cancellationToken);
            }

            foreach (var id in running.Where(one => one.Value.IsCompleted).Select(one => one.Key)) running.TryRemove(id, out _);
            foreach (var id in resting.Keys.Where(id => !open.Contains(id))) resting.TryRemove(id, out _);
        }
        catch (StorageFaultException fault)
        {
            logger.LogWarning(fault, "Could not look for what is to be sent");
        }
    }

    private async Task Run(string id, string stamp, CancellationToken cancellationToken)
    {
        var next = clock.GetUtcNow() + LookEvery;
        try
        {
            await Task.Yield();
            if (await run.Run(id, stamp, cancellationToken) is { } later) next = later;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Whoever has the lease goes on with it.
        }
#pragma warning disable CA1031 // one broadcast must not hold up the others
        catch (Exception fault)
#pragma warning restore CA1031
        {
            logger.LogWarning(fault, "A broadcast broke off; it goes on in a moment");
        }
        finally
        {
            resting[id] = (stamp, next);
            places.Release();
            // It may have been opened anew while it was running.
            signal.Raise();
        }
    }

    /// <summary>Cancels when the lease is lost.</summary>
    private async Task Keep(CancellationTokenSource losing)
    {
        try
        {
            do await Task.Delay(options.LeaseTerm / 3, clock, losing.Token);
            while (await TryHold(losing.Token));
            await losing.CancelAsync();
        }
        catch (OperationCanceledException) when (losing.IsCancellationRequested)
        {
            // It is over already.
        }
    }

    private async Task<bool> TryHold(CancellationToken cancellationToken)
    {
        try
        {
            return await lease.Hold(cancellationToken);
        }
        catch (StorageFaultException fault)
        {
            logger.LogWarning(fault, "The sender's lease could not be read");
            return false;
        }
    }

    private async Task Release()
    {
        try
        {
            await lease.Release(CancellationToken.None);
        }
        catch (StorageFaultException fault)
        {
            logger.LogWarning(fault, "The sender's lease was not given back; it lapses by itself");
        }
    }
}
