using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>How far a broadcast is, on the cards that an organiser watches.</summary>
public sealed class BroadcastReport(IBroadcastStore broadcasts, BroadcastTitles titles, IMessenger messenger, IMembers members, ILogger<BroadcastReport> logger)
{
    /// <returns>Null when there is no such broadcast.</returns>
    public async Task<AdaptiveCard?> Render(string id, Member member, Texts texts, CancellationToken cancellationToken)
    {
        if (!Domain.Broadcasts.Broadcast.IsId(id) || await broadcasts.Find(id, cancellationToken) is not { } broadcast) return null;
        return await Render(broadcast, await broadcasts.Progress(id, cancellationToken) ?? BroadcastProgress.None with { Recipients = broadcast.Recipients ?? 0 }, member, texts, cancellationToken);
    }

    /// <summary>A card that was sent follows from now on.</summary>
    public async Task Follow(string id, PostedCard posted, CancellationToken cancellationToken)
    {
        await broadcasts.Watch(id, posted, cancellationToken);
        // It may have ended before the card was there.
        if (await broadcasts.Find(id, cancellationToken) is { State: not BroadcastState.Running } broadcast && await broadcasts.Progress(id, cancellationToken) is { } progress) await Show(broadcast, progress, cancellationToken);
    }

    /// <summary>Brings the organiser's cards up to date. What fails is left: the next report comes soon.</summary>
    public async Task Show(Broadcast broadcast, BroadcastProgress progress, CancellationToken cancellationToken)
    {
        foreach (var watcher in await broadcasts.Watchers(broadcast.Id, cancellationToken))
        {
            if (watcher.Recipient is not Recipient.OfMember to || await members.Find(to.Member, cancellationToken) is not { } member) continue;
            var outcome = await messenger.Update(watcher, await Render(broadcast, progress, member, Texts.For(member.Language), cancellationToken), cancellationToken);
            if (outcome is not SendOutcome.Sent) logger.LogWarning("A card with progress could not be updated: {Outcome}", outcome);
        }
    }

    private async Task<AdaptiveCard> Render(Broadcast broadcast, BroadcastProgress progress, Member member, Texts texts, CancellationToken cancellationToken) =>
        DeliveryCard.Render(broadcast, await titles.Of(broadcast, member, texts, cancellationToken), progress, await Names(broadcast, cancellationToken), Key.New(), texts);

    // A few names stand on the card itself; all of them are one click away.
    private async Task<IReadOnlyList<Delivery>> Names(Broadcast broadcast, CancellationToken cancellationToken)
    {
        if (broadcast.State is BroadcastState.Running or BroadcastState.Scheduled or BroadcastState.Draft) return [];
        return await broadcasts.Deliveries(broadcast.Id, cancellationToken).Where(DeliveryCard.IsTroubled).Take(DeliveryCard.MostNames).ToListAsync(cancellationToken);
    }
}
