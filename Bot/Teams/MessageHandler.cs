using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Teams;

namespace LeerkringBot.Bot.Teams;

/// <summary>Somebody typed something, or pressed a Submit button, which arrives as a message with a value.</summary>
public sealed class MessageHandler(Router router, Turns turns, TeamsMessenger messenger, ConnectorClient connector, ConversationStore conversations, Redeliveries redeliveries, ILogger<MessageHandler> logger)
{
    public async Task Handle(TurnContext turn, CancellationToken cancellationToken)
    {
        if (!redeliveries.IsNew(turn.ConversationId, turn.Activity.Id)) return;
        var verb = turn.Activity.Value.Text("verb");
        var reply = verb is null ? await Message(turn, cancellationToken) : await Click(turn, verb, cancellationToken);
        if (turn.IsPersonal) await AnswerHere(turn, reply, verb is not null, cancellationToken);
        else await AnswerInPrivate(turn, reply, verb is not null, cancellationToken);
        await turns.Remember(turn, cancellationToken);
    }

    private async Task<Reply> Message(TurnContext turn, CancellationToken cancellationToken)
    {
        try
        {
            return await router.Message(new(turns.Who(turn, cancellationToken), SpokenText.Of(turn.Activity), turn.Texts, !turn.IsPersonal), cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            logger.Failed("a message", fault);
            return new Reply.Line(turn.Texts["Fault"]);
        }
    }

    private async Task<Reply> Click(TurnContext turn, string verb, CancellationToken cancellationToken)
    {
        try
        {
            return await router.Click(new(verb, turns.Who(turn, cancellationToken), turn.Activity.Value, turn.Texts, !turn.IsPersonal), cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            logger.Failed("a click", fault);
            return FaultCard.Render(turn.Texts, new(verb, turn.Activity.Value));
        }
    }

    private async Task AnswerHere(TurnContext turn, Reply reply, bool isClick, CancellationToken cancellationToken)
    {
        var message = OutgoingMessage.Of(reply);
        if (isClick && reply is Reply.Card && turn.Activity.ReplyToId is { } clicked && IsSegment(clicked))
        {
            var updated = await connector.Update(turn.Reference, clicked, message, cancellationToken);
            if (updated is not SendOutcome.NotSent) return;
        }

        Note(await Answer(turn, message, cancellationToken));
    }

    /// <summary>The channel sees a neutral line at most.</summary>
    private async Task AnswerInPrivate(TurnContext turn, Reply reply, bool isClick, CancellationToken cancellationToken)
    {
        var outcome = await SendInPrivate(turn, reply, cancellationToken);
        Note(outcome);
        if (outcome is not SendOutcome.Sent) Note(await Answer(turn, MessageActivity.OfText(Texts.Dutch["OpenPersonalChat"]), cancellationToken));
        else if (!isClick) Note(await Answer(turn, MessageActivity.OfText(Texts.Dutch["SeePersonalChat"]), cancellationToken));
    }

    private async Task<SendOutcome> SendInPrivate(TurnContext turn, Reply reply, CancellationToken cancellationToken)
    {
        try
        {
            if (await conversations.Find(turn.Member, cancellationToken) is null) await conversations.Store(turn.Personal, cancellationToken);
            return await messenger.Send(new Recipient.OfMember(turn.Member), OutgoingMessage.Of(reply), cancellationToken);
        }
        catch (StorageFaultException fault)
        {
            logger.LogWarning(fault, "A personal chat could not be looked up");
            return new SendOutcome.Postponed(null);
        }
    }

    private Task<SendOutcome> Answer(TurnContext turn, MessageActivity message, CancellationToken cancellationToken) =>
        turn.Activity.Id is { } id && IsSegment(id)
            ? connector.Reply(turn.Reference, id, message, cancellationToken)
            : connector.Send(turn.Reference, message, cancellationToken);

    private void Note(SendOutcome outcome)
    {
        if (outcome is not SendOutcome.Sent) logger.LogWarning("An answer did not get through: {Outcome}", outcome);
    }

    private static bool IsSegment(string id) => id is not ("" or "." or "..");
}
