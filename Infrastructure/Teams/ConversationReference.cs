using LeerkringBot.Domain;

namespace LeerkringBot.Infrastructure.Teams;

/// <summary>Where a message goes.</summary>
/// <param name="Recipient">Whose conversation it is, in our words.</param>
/// <param name="ServiceUrl">As it came with an authenticated activity.</param>
/// <param name="ConversationId">The channel's own.</param>
public sealed record ConversationReference(Recipient Recipient, string ServiceUrl, string ConversationId);
