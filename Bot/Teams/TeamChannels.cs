using LeerkringBot.Infrastructure.Teams;

namespace LeerkringBot.Bot.Teams;

/// <summary>Keeps which teams and channels have the bot.</summary>
public sealed class TeamChannels(ConnectorClient connector, ConversationStore conversations)
{
    /// <summary>A team's first channel has no name in Teams; this is what Dutch clients show.</summary>
    private const string FirstChannel = "Algemeen";

    public bool Knows(TurnContext turn) => conversations.Knows(TeamsIds.Channel(ChannelOf(turn)));

    /// <summary>Asks the connector for the team and its channels, and stores them.</summary>
    /// <exception cref="HttpRequestException">The connector keeps failing.</exception>
    public async Task Remember(TurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.TeamId is not { } teamId) return;
        var team = await connector.Team(turn.ServiceUrl, teamId, cancellationToken);
        var channels = await connector.Channels(turn.ServiceUrl, teamId, cancellationToken);

        // A private channel isn't in the list.
        if (channels.All(channel => channel.Id != ChannelOf(turn))) channels = [.. channels, new(ChannelOf(turn), turn.Activity.ChannelData?.Channel?.Name)];
        foreach (var channel in channels)
        {
            if (channel.Id is not { Length: > 0 } id) continue;
            var name = channel.Name is { Length: > 0 } given ? given : FirstChannel;
            await conversations.Store(new ChannelConversation(TeamsIds.Channel(id), turn.ServiceUrl, turn.TenantId, turn.BotId, teamId, team?.Name ?? turn.Activity.ChannelData?.Team?.Name ?? "", id, name), cancellationToken);
        }
    }

    /// <summary>The bot left the team.</summary>
    public async Task Forget(string teamId, CancellationToken cancellationToken)
    {
        foreach (var channel in await conversations.Channels(cancellationToken))
            if (channel.TeamId == teamId) await conversations.Remove(channel.Id, cancellationToken);
    }

    public Task ForgetChannel(string teamsChannelId, CancellationToken cancellationToken) =>
        conversations.Remove(TeamsIds.Channel(teamsChannelId), cancellationToken);

    private static string ChannelOf(TurnContext turn) =>
        turn.Activity.ChannelData?.Channel?.Id is { Length: > 0 } channel ? channel
        : turn.ConversationId.Split(';', 2)[0];
}
