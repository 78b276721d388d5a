namespace LeerkringBot.Domain.Broadcasts;

/// <summary>Sends one delivery, once. What may have arrived is never resent.</summary>
public sealed class DeliverBroadcast(IBroadcastStore broadcasts, ICourier courier, IWorkQueue work, TimeProvider clock) : IWorkHandler
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>A claim this old belongs to a sender that broke off: no request takes so long.</summary>
    private static readonly TimeSpan ClaimTerm = TimeSpan.FromMinutes(4);

    public string Kind => "broadcast.deliver";

    public static WorkItem Item(string broadcast, Recipient recipient) => new("broadcast.deliver", $"{broadcast} {recipient.Key}");

    public async Task Handle(string subject, CancellationToken cancellationToken)
    {
        if (subject.Split(' ') is not [var id, var key]) throw new FormatException($"'{subject}' is not a delivery.");
        var recipient = Recipient.Parse(key);
        if (await broadcasts.Find(id, cancellationToken) is not { } broadcast) return;

        if (await broadcasts.Claim(id, recipient, cancellationToken)) await Send(broadcast, recipient, cancellationToken);
        await Finish(broadcast, cancellationToken);
    }

    private async Task Send(Broadcast broadcast, Recipient recipient, CancellationToken cancellationToken)
    {
        var delivery = new Delivery(recipient, "", DeliveryState.Queued);
        var outcome = await courier.Deliver(broadcast, recipient, cancellationToken);
        var recorded = outcome switch
        {
            SendOutcome.Sent sent => delivery with { State = DeliveryState.Sent, ActivityId = sent.Card.ActivityId },
            SendOutcome.NotSent not => delivery with { State = DeliveryState.Failed, Reason = not.Reason },
            SendOutcome.Postponed => delivery,
            _ => delivery with { State = DeliveryState.Uncertain },
        };
        await broadcasts.Record(broadcast.Id, recorded, cancellationToken);
        if (outcome is SendOutcome.Postponed postponed)
            await work.Enqueue(Item(broadcast.Id, recipient), clock.GetUtcNow() + (postponed.RetryAfter ?? Pause), cancellationToken);
    }

    private async Task Finish(Broadcast broadcast, CancellationToken cancellationToken)
    {
        var deliveries = (await broadcasts.Deliveries(broadcast.Id, cancellationToken)).ToArray();
        for (var i = 0; i < deliveries.Length; i++)
        {
            if (deliveries[i].State != DeliveryState.Sending || clock.GetUtcNow() - deliveries[i].ClaimedAt < ClaimTerm) continue;
            deliveries[i] = deliveries[i] with { State = DeliveryState.Uncertain };
            await broadcasts.Record(broadcast.Id, deliveries[i], cancellationToken);
        }

        if (Array.Exists(deliveries, delivery => delivery.State is DeliveryState.Queued or DeliveryState.Sending)) return;
        if (broadcast.By is not null && await broadcasts.ClaimSummary(broadcast.Id, cancellationToken)) await courier.Summarise(broadcast, deliveries, cancellationToken);
    }
}
