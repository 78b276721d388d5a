namespace LeerkringBot.Domain.Broadcasts;

/// <summary>Starts a broadcast: every recipient gets a row before anything is sent.</summary>
public sealed class SendBroadcast(IBroadcastStore broadcasts, IWorkQueue work)
{
    public async Task Start(Broadcast broadcast, IReadOnlyList<(Recipient Recipient, string Name)> audience, CancellationToken cancellationToken)
    {
        await broadcasts.Add(broadcast, [.. audience.Select(one => new Delivery(one.Recipient, one.Name, DeliveryState.Queued))], cancellationToken);
        foreach (var (recipient, _) in audience)
            await work.Enqueue(DeliverBroadcast.Item(broadcast.Id, recipient), null, cancellationToken);
    }
}
