using LeerkringBot.Domain;

namespace LeerkringBot.Infrastructure.Teams;

/// <summary>How to reach a channel.</summary>
/// <param name="Id">Ours.</param>
/// <param name="ServiceUrl">As it came with an authenticated activity.</param>
/// <param name="TenantId">Entra tenant of the team.</param>
/// <param name="BotId">The bot's channel account, "28:…".</param>
/// <param name="TeamId">Teams' own.</param>
/// <param name="TeamName">As shown.</param>
/// <param name="TeamsChannelId">Teams' own.</param>
/// <param name="ChannelName">As shown; "Algemeen" for the first channel, which has none.</param>
public sealed record ChannelConversation(ChannelId Id, string ServiceUrl, string TenantId, string BotId, string TeamId, string TeamName, string TeamsChannelId, string ChannelName)
{
    public Channel Channel => new(Id, TeamId, TeamName, ChannelName);

    /// <summary>The thread that a message began.</summary>
    public ConversationReference Thread(string activityId) =>
        new(new Recipient.OfChannel(Id), ServiceUrl, $"{TeamsChannelId};messageid={activityId}");
}
