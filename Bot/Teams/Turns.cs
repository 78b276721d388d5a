using LeerkringBot.Domain;
using LeerkringBot.Domain.Members;
using LeerkringBot.Infrastructure.Teams;
using Microsoft.Extensions.Options;

namespace LeerkringBot.Bot.Teams;

/// <summary>What all kinds of activity share: who acts, and remembering where they are.</summary>
public sealed class Turns(RecogniseMember recognise, ConnectorClient connector, ConversationStore conversations, TeamChannels teams, ServiceUrls serviceUrls, IOptions<ConnectorOptions> options, ILogger<Turns> logger)
{
    /// <summary>Starts finding out who it is; the id is certain at once.</summary>
    public Person Who(TurnContext turn, CancellationToken cancellationToken) =>
        recognise.Begin(turn.Member, turn.Language, turn.Name, token => LookUp(turn, token), cancellationToken);

    /// <summary>True where <see cref="Remember"/> would find nothing new, as far as this instance knows.</summary>
    public bool Remembers(TurnContext turn) =>
        turn.IsPersonal
            ? conversations.Knows(turn.Personal)
            : conversations.Knows(turn.Member) && (turn.TeamId is null || teams.Knows(turn));

    /// <summary>Stores how to reach this person or this team. A fault is logged: the next activity brings another chance.</summary>
    public async Task Remember(TurnContext turn, CancellationToken cancellationToken)
    {
        if (!serviceUrls.Allows(turn.ServiceUrl) || Remembers(turn)) return;
        try
        {
            // Who clicks in a channel may have to be told something personally later.
            await conversations.Store(turn.Personal, cancellationToken);
            if (!turn.IsPersonal && !teams.Knows(turn)) await teams.Remember(turn, cancellationToken);
        }
        catch (Exception fault) when (fault is StorageFaultException or HttpRequestException)
        {
            logger.LogWarning(fault, "A conversation could not be remembered");
        }
    }

    private async Task<Profile?> LookUp(TurnContext turn, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(options.Value.LookUpTimeout);
        try
        {
            var found = await connector.Member(turn.ServiceUrl, turn.TeamId ?? turn.ConversationId, turn.From.Id!, limited.Token);
            return found?.Profile;
        }
        catch (Exception fault) when (fault is HttpRequestException || fault is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(fault, "The connector did not tell who somebody is");
            return null;
        }
    }
}
