namespace LeerkringBot.Domain.Broadcasts;

/// <summary>One recipient of a broadcast.</summary>
/// <param name="Recipient">Who.</param>
/// <param name="Name">Shown to the organiser.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why it was not sent.</param>
/// <param name="ActivityId">The channel's id of the message that was sent.</param>
/// <param name="ClaimedAt">When it was last taken for sending.</param>
/// <param name="Postponements">How often the channel put it off.</param>
/// <param name="Fingerprint">Of the <see cref="Letter"/> that was taken for sending.</param>
public sealed record Delivery(
    Recipient Recipient,
    string Name,
    DeliveryState State = DeliveryState.Queued,
    NotSentReason? Reason = null,
    string? ActivityId = null,
    DateTimeOffset? ClaimedAt = null,
    int Postponements = 0,
    string? Fingerprint = null);

public enum DeliveryState
{
    Queued,

    /// <summary>Claimed. If it stays so, the sender broke off in between: it may have arrived.</summary>
    Sending,
    Sent,
    Failed,

    /// <summary>It may have arrived; never resent blindly.</summary>
    Uncertain,
}
