namespace LeerkringBot.Domain.Broadcasts;

/// <summary>Sends one delivery, once. What may have arrived is never resent.</summary>
public sealed class DeliverBroadcast(IBroadcastStore broadcasts, ICourier courier, SendBroadcast send, IWorkQueue work, TimeProvider clock) : IWorkHandler
{
    /// <summary>The kind of content that tells an organiser how a broadcast went; its subject is the broadcast.</summary>
    public const string Summary = "summary";

    private const int MostPostponements = 12;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    /// <summary>A claim this old belongs to a sender that broke off: no request takes so long.</summary>
    private static readonly TimeSpan ClaimTerm = TimeSpan.FromMinutes(4);

    public string Kind => "broadcast.deliver";

    public static WorkItem Item(string broadcast, Recipient recipient) => new("broadcast.deliver", $"{broadcast} {recipient.Key}");

    public async Task Handle(string subject, CancellationToken cancellationToken)
    {
        if (subject.Split(' ') is not [var id, var key]) throw new FormatException($"'{subject}' is not a delivery.");
        var recipient = Recipient.Parse(key);
        if (await broadcasts.Find(id, cancellationToken) is not { } broadcast) return;

        // Ready before the claim: after it nothing but the sending is left to go wrong.
        var letter = await courier.Prepare(broadcast, recipient, cancellationToken);
        if (await broadcasts.Claim(id, recipient, letter, cancellationToken) is { } delivery) await Send(broadcast, delivery, letter, cancellationToken);
        if (await broadcasts.Delivery(id, recipient, cancellationToken) is { } standing) await Settle(broadcast, standing, cancellationToken);
        await Finish(broadcast.Id, cancellationToken);
    }

    private async Task Send(Broadcast broadcast, Delivery delivery, Letter? letter, CancellationToken cancellationToken)
    {
        var outcome = letter is null ? new SendOutcome.NotSent(NotSentReason.NotFound) : await letter.Send(cancellationToken);
        var recorded = outcome switch
        {
            SendOutcome.Sent sent => delivery with { State = DeliveryState.Sent, ActivityId = sent.Card.ActivityId },
            SendOutcome.NotSent not => delivery with { State = DeliveryState.Failed, Reason = not.Reason },
            SendOutcome.Postponed when delivery.Postponements >= MostPostponements => delivery with { State = DeliveryState.Failed, Reason = NotSentReason.Busy },
            SendOutcome.Postponed => delivery with { State = DeliveryState.Queued, Postponements = delivery.Postponements + 1 },
            _ => delivery with { State = DeliveryState.Uncertain },
        };
        await broadcasts.Record(broadcast.Id, recorded, cancellationToken);
        if (recorded.State == DeliveryState.Queued)
            await work.Enqueue(Item(broadcast.Id, delivery.Recipient), clock.GetUtcNow() + Pause(recorded.Postponements, (outcome as SendOutcome.Postponed)?.RetryAfter), cancellationToken);
    }

    /// <summary>What is left to do for a delivery, also when the sender before broke off.</summary>
    private async Task Settle(Broadcast broadcast, Delivery delivery, CancellationToken cancellationToken)
    {
        switch (delivery)
        {
            case { State: DeliveryState.Sent, Recipient: Recipient.OfChannel, ActivityId: { } activity }:
                await courier.Follow(broadcast, new(delivery.Recipient, activity), delivery.Fingerprint ?? "", cancellationToken);
                break;
            case { State: DeliveryState.Sending, ClaimedAt: { } at } when clock.GetUtcNow() - at < ClaimTerm:
                await work.Enqueue(Item(broadcast.Id, delivery.Recipient), at + ClaimTerm, cancellationToken);
                break;
            case { State: DeliveryState.Sending }:
                await broadcasts.Record(broadcast.Id, delivery with { State = DeliveryState.Uncertain }, cancellationToken);
                break;
        }
    }

    private async Task Finish(string id, CancellationToken cancellationToken)
    {
        // Read anew: it may have been planned in the meantime.
        if (await broadcasts.Find(id, cancellationToken) is not { By: { } organiser, IsPlanned: true }) return;
        var deliveries = await broadcasts.Deliveries(id, cancellationToken);
        if (deliveries.Any(delivery => delivery.State is DeliveryState.Queued or DeliveryState.Sending)) return;
        await send.ToOne(new($"{id}.{Summary}", new(Summary, id), null, null, clock.GetUtcNow()), new Recipient.OfMember(organiser), "", cancellationToken);
    }

    private static TimeSpan Pause(int postponements, TimeSpan? retryAfter)
    {
        var growing = TimeSpan.FromTicks(Math.Min(FirstPause.Ticks << Math.Min(postponements - 1, 10), LongestPause.Ticks));
        return retryAfter > growing ? retryAfter.Value : growing;
    }
}
