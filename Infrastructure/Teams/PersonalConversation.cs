using LeerkringBot.Domain;

namespace LeerkringBot.Infrastructure.Teams;

/// <summary>How to reach a member.</summary>
/// <param name="Member">Whom.</param>
/// <param name="ServiceUrl">As it came with an authenticated activity.</param>
/// <param name="TenantId">Entra tenant of the conversation.</param>
/// <param name="UserId">The member's channel account, "29:…".</param>
/// <param name="BotId">The bot's channel account, "28:…".</param>
/// <param name="ConversationId">Null until the personal chat exists or is created.</param>
public sealed record PersonalConversation(MemberId Member, string ServiceUrl, string TenantId, string UserId, string BotId, string? ConversationId)
{
    public ConversationReference? Reference =>
        ConversationId is null ? null : new(new Recipient.OfMember(Member), ServiceUrl, ConversationId);
}
