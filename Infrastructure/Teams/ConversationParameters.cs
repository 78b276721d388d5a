namespace LeerkringBot.Infrastructure.Teams;

/// <summary>What a new conversation is made of: one member for a personal chat, or a channel and the message that begins a thread.</summary>
public sealed record ConversationParameters(bool IsGroup, ChannelAccount Bot, IReadOnlyList<ChannelAccount>? Members, string? TenantId, TeamsChannelData ChannelData, MessageActivity? Activity = null)
{
    public static ConversationParameters Personal(PersonalConversation with) =>
        new(false, new(with.BotId), [new(with.UserId)], with.TenantId, new(Tenant: new(with.TenantId)));

    public static ConversationParameters Thread(ChannelConversation channel, MessageActivity first) =>
        new(true, new(channel.BotId), null, channel.TenantId, new(new(channel.TenantId), Channel: new(channel.TeamsChannelId)), first);
}

/// <param name="Id">Of the conversation.</param>
/// <param name="ActivityId">Of the first message, where there is one.</param>
public sealed record ConversationResourceResponse(string? Id, string? ActivityId = null);

/// <param name="Id">Of the message.</param>
public sealed record ResourceResponse(string? Id);

public sealed record ErrorResponse(ErrorBody? Error);

/// <param name="Code">For example "ConversationBlockedByUser".</param>
public sealed record ErrorBody(string? Code);
