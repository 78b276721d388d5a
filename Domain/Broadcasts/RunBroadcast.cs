using System.Collections.Concurrent;

namespace LeerkringBot.Domain.Broadcasts;

/// <summary>Walks over the deliveries of one broadcast until nothing is left to do now: the rows are the truth, so it goes on wherever somebody else broke off.</summary>
public sealed class RunBroadcast(IBroadcastStore broadcasts, ICourier courier, DeliverBroadcast deliver, SendBroadcast send, SendingOptions options, TimeProvider clock) : IDisposable
{
    /// <summary>The kind of content that tells an organiser how a broadcast went; its subject is the broadcast.</summary>
    public const string Summary = "summary";

    /// <summary>The same for one that began by itself: the card follows until the end.</summary>
    public const string Progress = "progress";

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim places = new(options.AtOnce);

    /// <summary>When how far it is was last told of each that is under way.</summary>
    private readonly ConcurrentDictionary<string, long> reported = new();

    public void Dispose() => places.Dispose();

    /// <param name="id">Which broadcast.</param>
    /// <param name="stamp">Of its opening.</param>
    /// <param name="cancellationToken">Ends it; what is being sent is finished first.</param>
    /// <returns>When to come again; null when it is done.</returns>
    public async Task<DateTimeOffset?> Run(string id, string stamp, CancellationToken cancellationToken)
    {
        if (await broadcasts.Find(id, cancellationToken) is not { } broadcast)
        {
            await broadcasts.Close(id, stamp, cancellationToken);
            return null;
        }

        if (broadcast is not { State: BroadcastState.Running or BroadcastState.Cancelled, IsPlanned: true })
        {
            // Whoever ended it may have broken off before the organiser heard of it.
            if (broadcast.State == BroadcastState.Done) await Tell(broadcast, Occasion(broadcast), cancellationToken);
            if (broadcast.IsPlanned || broadcast.State == BroadcastState.Cancelled) await broadcasts.Close(id, stamp, cancellationToken);
            return null;
        }

        return await Walk(broadcast, stamp, cancellationToken);
    }

    private async Task<DateTimeOffset?> Walk(Broadcast broadcast, string stamp, CancellationToken cancellationToken)
    {
        var pass = new Pass(broadcast, clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var looked = clock.GetTimestamp();
        var underway = new ConcurrentDictionary<Task, bool>();
        try
        {
            await foreach (var delivery in broadcasts.Deliveries(broadcast.Id, ending.Token))
            {
                if (!pass.HasWork(delivery)) continue;
                await places.WaitAsync(ending.Token);
                if (pass.IsBroken(options.MostFailuresInARow))
                {
                    places.Release();
                    break;
                }

                var delivering = Deliver(delivery);
                underway.TryAdd(delivering, true);
                _ = delivering.ContinueWith(done => underway.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

                if (clock.GetElapsedTime(looked) >= LookEvery)
                {
                    looked = clock.GetTimestamp();
                    if (await broadcasts.Find(broadcast.Id, ending.Token) is not { } now || now.State != broadcast.State || now.Edition != broadcast.Edition) break;
                }

                if (MayReport(broadcast.Id)) await Report(broadcast, pass.Progress(), ending.Token);
            }
        }
        finally
        {
            await Task.WhenAll(underway.Keys);
        }

        return await Finish(broadcast, stamp, pass, cancellationToken);

        async Task Deliver(Delivery delivery)
        {
            try
            {
                await Task.Yield();
                pass.Note(delivery, await deliver.Deliver(broadcast, delivery, ending.Token));
            }
            catch (Exception fault) when (fault is StorageFaultException or OperationCanceledException)
            {
                // The row says what stands; the next pass goes on from there.
                pass.NoteFault();
            }
            finally
            {
                places.Release();
            }
        }
    }

    private async Task<DateTimeOffset?> Finish(Broadcast broadcast, string stamp, Pass pass, CancellationToken cancellationToken)
    {
        var id = broadcast.Id;
        if (pass.IsBroken(options.MostFailuresInARow))
        {
            var stopped = await broadcasts.Change(id, now => now.State == BroadcastState.Running ? now with { State = BroadcastState.Stopped, StoppedBy = pass.Cause } : null, cancellationToken);
            reported.TryRemove(id, out _);
            await Report(stopped ?? broadcast, pass.Progress(), cancellationToken);
            await broadcasts.Close(id, stamp, cancellationToken);
            await Tell(stopped ?? broadcast, $"stopped-{clock.GetUtcNow().UtcTicks}", cancellationToken);
            return null;
        }

        if (pass.Next is { } next)
        {
            if (MayReport(id)) await Report(broadcast, pass.Progress(), cancellationToken);
            // What was done since the last report is told as soon as that may be.
            else if (pass.HasDone && clock.GetUtcNow() + options.ReportEvery is var soon && soon < next) return soon;
            return next;
        }

        // To one person: there is nothing to count and nobody to tell.
        if (broadcast.Audience is null)
        {
            reported.TryRemove(id, out _);
            await broadcasts.Close(id, stamp, cancellationToken);
            return null;
        }

        // Counted anew: a walk that broke off has not seen everything.
        var counted = new Pass(broadcast, clock);
        await foreach (var delivery in broadcasts.Deliveries(id, cancellationToken))
            if (counted.HasWork(delivery)) return clock.GetUtcNow();
        if (counted.Next is { } later) return later;

        // First: whoever sees that it is done sees the counts too.
        await broadcasts.Note(id, counted.Progress(), cancellationToken);
        var done = await broadcasts.Change(id, now => now.Edition == broadcast.Edition && now.State is BroadcastState.Running ? now with { State = BroadcastState.Done } : null, cancellationToken);
        if (done is null || done.Edition != broadcast.Edition || done.State == BroadcastState.Running) return clock.GetUtcNow();
        reported.TryRemove(id, out _);
        await Report(done, counted.Progress(), cancellationToken);
        await Tell(done, Occasion(done), cancellationToken);
        await broadcasts.Close(id, stamp, cancellationToken);
        return null;
    }

    /// <summary>One walk may follow the other at once: what is put off must not make an organiser's card flicker.</summary>
    private bool MayReport(string id)
    {
        var now = clock.GetTimestamp();
        if (clock.GetElapsedTime(reported.GetOrAdd(id, now), now) < options.ReportEvery) return false;
        reported[id] = now;
        return true;
    }

    private async Task Report(Broadcast broadcast, BroadcastProgress progress, CancellationToken cancellationToken)
    {
        if (broadcast.Audience is null) return;
        await broadcasts.Note(broadcast.Id, progress, cancellationToken);
        if (broadcast.Run != BroadcastRun.Refresh) await courier.Show(broadcast, progress, cancellationToken);
    }

    private static string Occasion(Broadcast done) => $"{done.Run}{done.Edition}".ToLowerInvariant();

    /// <summary>A message of its own, where no card shows it already, or where an answer is needed.</summary>
    private async Task Tell(Broadcast broadcast, string occasion, CancellationToken cancellationToken)
    {
        if (broadcast is not { By: { } organiser, Audience: not null } || broadcast.Run == BroadcastRun.Refresh) return;
        // One that began by itself said so by a card that follows.
        if (broadcast is { SendAt: not null, Run: BroadcastRun.Send, State: not BroadcastState.Stopped }) return;
        if (broadcast.State != BroadcastState.Stopped && (await broadcasts.Watchers(broadcast.Id, cancellationToken)).Count > 0) return;
        await send.ToOne(new($"{broadcast.Id}.{occasion}", new(Summary, broadcast.Id), null, null, clock.GetUtcNow()), new Recipient.OfMember(organiser), "", cancellationToken);
    }
}
