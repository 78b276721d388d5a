namespace LeerkringBot.Domain.Broadcasts;

/// <summary>Starts a broadcast. May be repeated: nobody gets it twice.</summary>
public sealed class SendBroadcast(IBroadcastStore broadcasts)
{
    /// <summary>To everybody of its audience, at its moment. The rest is work: whoever clicked doesn't wait for it.</summary>
    public Task Start(Broadcast broadcast, CancellationToken cancellationToken) =>
        broadcasts.Begin(broadcast, StartBroadcast.Item(broadcast.Id), cancellationToken);

    /// <summary>To one recipient.</summary>
    public Task ToOne(Broadcast broadcast, Recipient recipient, string name, CancellationToken cancellationToken) =>
        broadcasts.Add(broadcast, new(recipient, name), cancellationToken);
}
