namespace LeerkringBot.Domain.Broadcasts;

/// <summary>Every recipient gets a row before anything is sent.</summary>
public sealed class StartBroadcast(IBroadcastStore broadcasts, ICourier courier, IWorkQueue work) : IWorkHandler
{
    public string Kind => "broadcast.start";

    public static WorkItem Item(string broadcast) => new("broadcast.start", broadcast);

    public async Task Handle(string subject, CancellationToken cancellationToken)
    {
        if (await broadcasts.Find(subject, cancellationToken) is not { Audience: { } meant } broadcast) return;
        if (!broadcast.IsPlanned)
        {
            var audience = await courier.Audience(meant, cancellationToken);
            await broadcasts.Plan(subject, [.. audience.Select(one => new Delivery(one.Recipient, one.Name))], cancellationToken);
        }

        foreach (var delivery in await broadcasts.Deliveries(subject, cancellationToken))
            if (delivery.State == DeliveryState.Queued) await work.Enqueue(DeliverBroadcast.Item(subject, delivery.Recipient), null, cancellationToken);
    }
}
