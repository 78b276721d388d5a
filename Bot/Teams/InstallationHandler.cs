using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Teams;

namespace LeerkringBot.Bot.Teams;

/// <summary>The bot comes and goes. Teams tells an installation twice, as installationUpdate and as conversationUpdate: the first is greeted, the second only remembered.</summary>
public sealed class InstallationHandler(Router router, Turns turns, TeamChannels teams, ConnectorClient connector, ConversationStore conversations, Redeliveries redeliveries, ServiceUrls serviceUrls, ILogger<InstallationHandler> logger)
{
    public Task Installation(TurnContext turn, CancellationToken cancellationToken) => Guard(turn, async () =>
    {
        switch (turn.Activity.Action)
        {
            case "add" or "add-upgrade":
                await Remember(turn, cancellationToken);
                if (turn.Activity.Action == "add" && redeliveries.IsNew(turn.ConversationId, turn.Activity.Id)) await Greet(turn, cancellationToken);
                break;
            case "remove":
                await Forget(turn, cancellationToken);
                break;
        }
    });

    public Task Conversation(TurnContext turn, CancellationToken cancellationToken) => Guard(turn, async () =>
    {
        var update = turn.Activity;
        if (update.ChannelData?.EventType == "teamDeleted" || IsBot(update.MembersRemoved, turn)) await Forget(turn, cancellationToken);
        else if (update.ChannelData is { EventType: "channelDeleted", Channel.Id: { } channel }) await teams.ForgetChannel(channel, cancellationToken);
        else if (turn.TeamId is not null || IsBot(update.MembersAdded, turn)) await Remember(turn, cancellationToken);
    });

    private async Task Remember(TurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.IsPersonal) await conversations.Store(turn.Personal, cancellationToken);
        else await teams.Remember(turn, cancellationToken);
    }

    private async Task Forget(TurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.IsPersonal) await conversations.Leave(turn.Member, cancellationToken);
        else if (turn.TeamId is { } team) await teams.Forget(team, cancellationToken);
    }

    private async Task Greet(TurnContext turn, CancellationToken cancellationToken)
    {
        var message = turn.IsPersonal
            ? OutgoingMessage.Of(await router.Welcome(turns.Who(turn, cancellationToken), turn.Texts, cancellationToken))
            : MessageActivity.OfText(Texts.Dutch["TeamWelcome"]);
        var outcome = await connector.Send(turn.Reference, message, cancellationToken);
        if (outcome is not SendOutcome.Sent) logger.LogWarning("A greeting did not get through: {Outcome}", outcome);
    }

    private async Task Guard(TurnContext turn, Func<Task> handle)
    {
        if (!serviceUrls.Allows(turn.ServiceUrl)) return;
        try
        {
            await handle();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            logger.Failed("An installation", fault);
        }
    }

    private static bool IsBot(IReadOnlyList<ChannelAccount?>? accounts, TurnContext turn) =>
        accounts?.Any(account => account?.Id is { } id && id == turn.BotId) is true;
}
