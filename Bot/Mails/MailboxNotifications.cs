using System.Threading.Channels;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Infrastructure.Graph;
using LeerkringBot.Infrastructure.Work;

namespace LeerkringBot.Bot.Mails;

/// <summary>Where Graph tells that a mail came. The answer comes at once; what was told is looked at behind it.</summary>
/// <param name="subscription">Kept by the instance that sends.</param>
/// <param name="wake">Has the mailbox looked into now.</param>
/// <param name="lease">Of that instance.</param>
/// <param name="lifetime">Graph calls us while it makes a subscription, so that waits until we listen.</param>
/// <param name="clock">For the waiting.</param>
/// <param name="logger">Told when there are no notifications; mail is read all the same.</param>
public sealed class MailboxNotifications(MailboxSubscription subscription, Action wake, ISenderLease lease, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<MailboxNotifications> logger) : BackgroundService
{
    public const string Path = "/api/mailbox";

    private const int MostBytes = 256 * 1024;
    private const int LongestToken = 4_096;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    // Hints: one that finds no place is as good as those that wait.
    private readonly Channel<byte[]> told = System.Threading.Channels.Channel.CreateBounded<byte[]>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly WorkSignal ended = new();

    public async Task Handle(HttpContext http)
    {
        var token = http.Request.Query["validationToken"].ToString();
        if (token.Length > 0)
        {
            (http.Response.StatusCode, http.Response.ContentType) = token.Length <= LongestToken ? (StatusCodes.Status200OK, "text/plain; charset=utf-8") : (StatusCodes.Status400BadRequest, "text/plain");
            http.Response.Headers.XContentTypeOptions = "nosniff";
            if (token.Length <= LongestToken) await http.Response.WriteAsync(token, http.RequestAborted);
            return;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16_384];
        while (await http.Request.Body.ReadAsync(buffer, http.RequestAborted) is var count and > 0)
        {
            if (body.Length + count > MostBytes)
            {
                http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                return;
            }

            body.Write(buffer, 0, count);
        }

        told.Writer.TryWrite(body.ToArray());
        http.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = lifetime.ApplicationStarted.Register(listening.SetResult);
        try
        {
            await listening.Task.WaitAsync(stoppingToken);
            await Task.WhenAll(Hear(stoppingToken), Keep(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private async Task Hear(CancellationToken stoppingToken)
    {
        await foreach (var notification in told.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                var heard = await subscription.Hear(notification, stoppingToken);
                if (heard != HeardFromGraph.Nothing) wake();
                if (heard == HeardFromGraph.EndOfSubscription) ended.Raise();
            }
#pragma warning disable CA1031 // one notification must not end the hearing of the others
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                logger.LogWarning(fault, "What Microsoft Graph told could not be looked at; the mailbox is read a little later");
            }
        }
    }

    private async Task Keep(CancellationToken stoppingToken)
    {
        while (true)
        {
            var wait = LookEvery;
            try
            {
                if (lease.IsHeld && await subscription.Keep(stoppingToken) - clock.GetUtcNow() is var left && left < wait) wait = left > TimeSpan.Zero ? left : TimeSpan.FromSeconds(1);
            }
#pragma warning disable CA1031 // one bad hour of Graph must not end the keeping
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                logger.LogWarning(fault, "Microsoft Graph doesn't tell when a mail comes; the mailbox is read every so often all the same");
                if ((fault as GraphException)?.RetryAfter is { } longer && longer > wait) wait = longer;
            }

            await ended.Wait(wait, clock, stoppingToken);
        }
    }
}
