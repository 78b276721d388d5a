namespace LeerkringBot.Domain.Broadcasts;

/// <summary>Renders what is sent and hands it to the channel.</summary>
public interface ICourier
{
    /// <summary>Who is meant, with their names.</summary>
    Task<IReadOnlyList<(Recipient Recipient, string Name)>> Audience(BroadcastAudience audience, CancellationToken cancellationToken);

    /// <summary>Gets everything ready, so that nothing but the sending itself is left to go wrong.</summary>
    /// <returns>Null when there is nothing to send any more.</returns>
    Task<Letter?> Prepare(Broadcast broadcast, Recipient recipient, CancellationToken cancellationToken);

    /// <summary>Keeps a card that arrived where others see it up to date from now on. May be repeated.</summary>
    /// <param name="broadcast">Of which it is a delivery.</param>
    /// <param name="posted">Where it stands.</param>
    /// <param name="fingerprint">What it shows.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task Follow(Broadcast broadcast, PostedCard posted, string fingerprint, CancellationToken cancellationToken);
}
