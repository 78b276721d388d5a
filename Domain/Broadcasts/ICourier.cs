namespace LeerkringBot.Domain.Broadcasts;

/// <summary>Renders what is sent and hands it to the channel or the mail.</summary>
public interface ICourier
{
    /// <summary>Makes what is new with it, at the moment that it is sent. May be repeated.</summary>
    Task Make(Broadcast broadcast, CancellationToken cancellationToken);

    /// <summary>Who is meant, with their names.</summary>
    IAsyncEnumerable<Addressee> Audience(Audience audience, CancellationToken cancellationToken);

    /// <returns>Why somebody isn't meant any more; null while they are.</returns>
    Task<SkipReason?> Excludes(Broadcast broadcast, Recipient recipient, CancellationToken cancellationToken);

    /// <summary>Gets everything ready and waits for its turn, so that nothing but the sending itself is left to go wrong. Sends nothing, and may be repeated.</summary>
    Task<Preparation> Prepare(Broadcast broadcast, Delivery delivery, CancellationToken cancellationToken);

    /// <summary>The same for a card that stands already.</summary>
    Task<Preparation> PrepareUpdate(Broadcast broadcast, Delivery delivery, CancellationToken cancellationToken);

    /// <summary>Whether somebody whom Teams does not reach can get it by mail.</summary>
    Task<bool> CanMail(Broadcast broadcast, Recipient recipient, CancellationToken cancellationToken);

    /// <summary>Keeps a card up to date from now on that arrived where others see it, or that tells how far a broadcast is. May be repeated.</summary>
    /// <param name="broadcast">Of which it is a delivery.</param>
    /// <param name="posted">Where it stands.</param>
    /// <param name="fingerprint">What it shows.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task Follow(Broadcast broadcast, PostedCard posted, string fingerprint, CancellationToken cancellationToken);

    /// <summary>Shows the organiser how far it is, where that was asked for.</summary>
    Task Show(Broadcast broadcast, BroadcastProgress progress, CancellationToken cancellationToken);
}
