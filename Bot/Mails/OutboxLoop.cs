using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Mails;
using LeerkringBot.Infrastructure.Mails;

namespace LeerkringBot.Bot.Mails;

/// <summary>Empties the outbox, in the one instance that sends.</summary>
public sealed class OutboxLoop(SendOutgoingMails send, ISenderLease lease, MailSignal signal, TimeProvider clock, ILogger<OutboxLoop> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (lease.IsHeld)
                    await foreach (var why in send.Send(stoppingToken)) logger.LogWarning("A mail won't go out: {Why}", why);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(fault, "Mail could not be sent; tried again in a moment");
            }
            catch (OperationCanceledException)
            {
                return;
            }

            try
            {
                await signal.Wait(LookEvery, clock, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
