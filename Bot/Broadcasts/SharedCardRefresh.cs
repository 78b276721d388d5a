using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>Keeps the cards in channels up to date: what a card shows is compared with what it should show, so the last state always arrives, also after a restart or when another instance took the click.</summary>
/// <remarks>The sender alone updates, so that an older state never comes after a newer one; other instances leave word of what was changed by their clicks. Not before 30 seconds after the first change: an update wipes the answer that a clicker sees in place of the card.</remarks>
public sealed class SharedCardRefresh(
    ISharedCardStore cards,
    IBroadcastStore broadcasts,
    BroadcastCards rendering,
    ISenderLease lease,
    IMessenger messenger,
    TimeProvider clock,
    ILogger<SharedCardRefresh> logger) : BackgroundService
{
    /// <summary>From the first change to the update.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromSeconds(30);

    /// <summary>How long after a card's last change it is still looked after: its last update may have failed.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<BroadcastContent, DateTimeOffset> changed = new();

    /// <summary>Somebody changed what these cards show.</summary>
    public void Changed(BroadcastContent content) => changed.TryAdd(content, clock.GetUtcNow());

    /// <summary>Remembers a card that was posted; one that is known already stays as it is.</summary>
    public async Task Follow(SharedCard posted, CancellationToken cancellationToken)
    {
        if ((await cards.Of(posted.Content, cancellationToken)).All(card => card.Posted != posted.Posted)) await cards.Put(posted, cancellationToken);
    }

    /// <summary>Tells what a card shows; the same for the same content.</summary>
    public static string Fingerprint(AdaptiveCard card) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(card, CardJson.Default.AdaptiveCard)));

    /// <summary>Updates what is due.</summary>
    public async Task RefreshDue(CancellationToken cancellationToken)
    {
        foreach (var content in await cards.TakeMarks(cancellationToken)) Changed(content);
        var now = clock.GetUtcNow();
        foreach (var (content, since) in changed.Where(one => now - one.Value >= Pause).ToList())
        {
            // Taken off first: what changes while we look counts as a new change.
            changed.TryRemove(content, out _);
            try
            {
                foreach (var card in await cards.Of(content, cancellationToken)) await Refresh(card, cancellationToken);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                changed.TryAdd(content, since + Pause);
                logger.LogWarning(fault, "A shared card could not be updated; tried again in {Seconds} s", Pause.TotalSeconds);
            }
        }
    }

    /// <summary>Leaves word for the sender.</summary>
    private async Task PassOn(CancellationToken cancellationToken)
    {
        foreach (var content in changed.Keys)
        {
            await cards.Mark(content, cancellationToken);
            changed.TryRemove(content, out _);
        }
    }

    /// <summary>Finds cards that show something old although nobody here saw the change.</summary>
    public async Task Sweep(CancellationToken cancellationToken)
    {
        foreach (var card in await cards.All(cancellationToken))
        {
            if (await Current(card, cancellationToken) is not { } current || clock.GetUtcNow() > current.ChangesUntil + Grace) await cards.Remove(card, cancellationToken);
            else if (Fingerprint(current.Card) != card.Shown) Changed(card.Content);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        long? swept = null;
        do
        {
            if (!lease.IsHeld)
            {
                await Try(() => PassOn(stoppingToken), stoppingToken);
                continue;
            }

            await Try(() => RefreshDue(stoppingToken), stoppingToken);
            if (swept is { } before && clock.GetElapsedTime(before) < SweepEvery) continue;
            swept = clock.GetTimestamp();
            await Try(() => Sweep(stoppingToken), stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Refresh(SharedCard card, CancellationToken cancellationToken)
    {
        if (await Current(card, cancellationToken) is not { } current || Fingerprint(current.Card) == card.Shown) return;
        var outcome = await messenger.Update(card.Posted, current.Card, cancellationToken);
        switch (outcome)
        {
            case SendOutcome.Sent:
                await cards.Put(card with { Shown = Fingerprint(current.Card) }, cancellationToken);
                break;
            case SendOutcome.NotSent { Reason: NotSentReason.NotFound or NotSentReason.NotInstalled or NotSentReason.Unreachable }:
                await cards.Remove(card, cancellationToken);
                break;
            default:
                logger.LogWarning("A shared card could not be updated: {Outcome}", outcome);
                Changed(card.Content);
                break;
        }
    }

    private async Task<ChannelCard?> Current(SharedCard card, CancellationToken cancellationToken) =>
        await broadcasts.Find(card.Broadcast, cancellationToken) is { } broadcast ? await rendering.Neutral(broadcast, cancellationToken) : null;

    private async Task Try(Func<Task> step, CancellationToken stoppingToken)
    {
        try
        {
            await step();
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogWarning(fault, "Shared cards could not be read; tried again within a minute");
        }
    }
}
