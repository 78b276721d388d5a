namespace LeerkringBot.Domain.Broadcasts;

/// <summary>Something ready to be sent.</summary>
/// <param name="Fingerprint">Tells what it shows; the same for the same content.</param>
/// <param name="Send">Hands it to the channel, once.</param>
public sealed record Letter(string Fingerprint, Func<CancellationToken, Task<SendOutcome>> Send)
{
    public DeliveryRoute Route { get; init; }
}
