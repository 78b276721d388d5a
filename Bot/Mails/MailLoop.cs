using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Mails;
using LeerkringBot.Infrastructure.Work;

namespace LeerkringBot.Bot.Mails;

/// <summary>Reads the mailbox, page after page, in the one instance that also sends. Each mail is read between other work, so a full mailbox keeps nobody waiting.</summary>
public sealed class MailLoop(ReadMailbox read, IMailbox mailbox, IMailLog log, ISenderLease lease, TimeProvider clock, ILogger<MailLoop> logger) : BackgroundService
{
    private static readonly Backoff Backoff = new(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5));
    private static readonly TimeSpan TurnEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CountEvery = TimeSpan.FromSeconds(15);
    private readonly WorkSignal signal = new();
    private long? countedAt;
    private bool isBusy;

    /// <summary>Says that there is something to read.</summary>
    public void Wake() => signal.Raise();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        for (var failures = 0; !stoppingToken.IsCancellationRequested;)
        {
            // Whose turn it becomes begins at once.
            var wait = lease.IsHeld ? mailbox.LookEvery : TurnEvery;
            try
            {
                while (lease.IsHeld && await Next(stoppingToken)) failures = 0;
                failures = 0;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // one mail, or one bad hour of the mailbox, must not end the reading
            catch (Exception fault)
#pragma warning restore CA1031
            {
                logger.LogWarning(fault, "The mailbox could not be read; tried again in a moment");
                wait = Backoff.Pause(failures++, (fault as MailboxFaultException)?.RetryAfter, Random.Shared.NextDouble());
            }

            try
            {
                await signal.Wait(wait, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task<bool> Next(CancellationToken stoppingToken)
    {
        var wasBusy = isBusy;
        try
        {
            var pass = await read.Next(stoppingToken);
            foreach (var fault in pass.Faults) logger.LogWarning(fault, "A mail could not be dealt with; tried again in a moment, while others are read");
            return isBusy = pass.HasMore;
        }
        finally
        {
            if (isBusy != wasBusy || countedAt is not { } at || clock.GetElapsedTime(at) >= CountEvery) await Count(stoppingToken);
        }
    }

    /// <summary>Kept for the overview, where nobody waits for the mailbox.</summary>
    private async Task Count(CancellationToken stoppingToken)
    {
        countedAt = clock.GetTimestamp();
        try
        {
            await log.KeepWaiting(await mailbox.CountWaiting(stoppingToken), stoppingToken);
        }
        catch (MailboxFaultException fault)
        {
            logger.LogWarning(fault, "The mails that wait could not be counted");
            await log.KeepWaiting(null, stoppingToken);
        }
    }
}
