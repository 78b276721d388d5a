using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Mails;
using LeerkringBot.Infrastructure.Work;

namespace LeerkringBot.Bot.Mails;

/// <summary>Reads the mailbox, page after page, in the one instance that also sends. Each mail is read between other work, so a full mailbox keeps nobody waiting.</summary>
public sealed class MailLoop(ReadMailbox read, IMailbox mailbox, ISenderLease lease, TimeProvider clock, ILogger<MailLoop> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private readonly WorkSignal signal = new();

    /// <summary>Says that there is something to read.</summary>
    public void Wake() => signal.Raise();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        for (var failures = 0; !stoppingToken.IsCancellationRequested;)
        {
            var wait = mailbox.LookEvery;
            try
            {
                while (lease.IsHeld && await read.Next(stoppingToken)) failures = 0;
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
                wait = Pause(failures++, (fault as MailboxFaultException)?.RetryAfter);
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

    private static TimeSpan Pause(int failures, TimeSpan? retryAfter)
    {
        var growing = TimeSpan.FromTicks(Math.Min(FirstPause.Ticks << Math.Min(failures, 10), LongestPause.Ticks));
        return retryAfter > growing ? retryAfter.Value : growing;
    }
}
