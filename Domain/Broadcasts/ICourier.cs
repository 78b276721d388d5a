namespace LeerkringBot.Domain.Broadcasts;

/// <summary>Renders what is sent and hands it to the channel.</summary>
public interface ICourier
{
    Task<SendOutcome> Deliver(Broadcast broadcast, Recipient recipient, CancellationToken cancellationToken);

    /// <summary>Tells the organiser who got it and who didn't.</summary>
    Task Summarise(Broadcast broadcast, IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken);
}
