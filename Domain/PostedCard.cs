namespace LeerkringBot.Domain;

/// <summary>A card that stands somewhere and can be updated.</summary>
/// <param name="Recipient">Whose conversation.</param>
/// <param name="ActivityId">The channel's own id of the message.</param>
public sealed record PostedCard(Recipient Recipient, string ActivityId);
