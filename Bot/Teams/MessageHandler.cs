using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Teams;

namespace LeerkringBot.Bot.Teams;

/// <summary>Somebody typed something, or pressed a Submit button, which arrives as a message with a value.</summary>
public sealed class MessageHandler(Router router, Turns turns, TeamsMessenger messenger, ConnectorClient connector, ConversationStore conversations, Answers answers, Redeliveries redeliveries, ServiceUrls serviceUrls, ILogger<MessageHandler> logger)
{
    public async Task Handle(TurnContext turn, CancellationToken cancellationToken)
    {
        if (!redeliveries.IsNew(turn.ConversationId, turn.Activity.Id)) return;
        var verb = turn.Activity.Value.Text("verb");
        var answer = verb is null ? await Message(turn, cancellationToken) : await Click(turn, verb, cancellationToken);
        if (turn.IsPersonal) await AnswerHere(turn, answer, verb is not null, cancellationToken);
        else await AnswerInPrivate(turn, answer, verb is not null, cancellationToken);
        await turns.Remember(turn, cancellationToken);
    }

    private async Task<MessageActivity> Message(TurnContext turn, CancellationToken cancellationToken)
    {
        try
        {
            return OutgoingMessage.Of(await router.Message(new(turns.Who(turn, cancellationToken), SpokenText.Of(turn.Activity), turn.Texts, !turn.IsPersonal, turn.Activity.Id), cancellationToken));
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            logger.Failed("A message", fault);
            return MessageActivity.OfText(turn.Texts["Fault"]);
        }
    }

    private async Task<MessageActivity> Click(TurnContext turn, string verb, CancellationToken cancellationToken)
    {
        try
        {
            return OutgoingMessage.Of(await router.Click(new(verb, turns.Who(turn, cancellationToken), turn.Activity.Value, turn.Texts, !turn.IsPersonal, turn.Clicked), cancellationToken));
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            logger.Failed("A click", fault);
            return OutgoingMessage.Of(FaultCard.Render(turn.Texts, new(verb, turn.Activity.Value)));
        }
    }

    private async Task AnswerHere(TurnContext turn, MessageActivity answer, bool isClick, CancellationToken cancellationToken)
    {
        if (isClick && answer.Attachments is not null && turn.Activity.ReplyToId is { } clicked)
        {
            var updated = await connector.Update(turn.Reference, clicked, answer, cancellationToken);
            if (updated is not SendOutcome.NotSent) return;
        }

        await Answer(turn, answer, cancellationToken);
    }

    /// <summary>The channel sees a neutral line at most.</summary>
    private Task AnswerInPrivate(TurnContext turn, MessageActivity answer, bool isClick, CancellationToken cancellationToken) =>
        answers.Deliver(
            token => SendInPrivate(turn, answer, token),
            async (outcome, token) =>
            {
                await Note(outcome, token);
                if (outcome is not SendOutcome.Sent) await Answer(turn, MessageActivity.OfText(Texts.Dutch["OpenPersonalChat"]), token);
                else if (!isClick) await Answer(turn, MessageActivity.OfText(Texts.Dutch["SeePersonalChat"]), token);
            },
            cancellationToken);

    private async Task<SendOutcome> SendInPrivate(TurnContext turn, MessageActivity answer, CancellationToken cancellationToken)
    {
        if (!serviceUrls.Allows(turn.ServiceUrl)) return new SendOutcome.NotSent(NotSentReason.Unreachable);
        try
        {
            if (await conversations.Find(turn.Member, cancellationToken) is null) await conversations.Store(turn.Personal, cancellationToken);
            return await messenger.Send(new Recipient.OfMember(turn.Member), answer, cancellationToken);
        }
        catch (StorageFaultException fault)
        {
            logger.LogWarning(fault, "A personal chat could not be looked up");
            return new SendOutcome.Postponed(null);
        }
    }

    private Task Answer(TurnContext turn, MessageActivity message, CancellationToken cancellationToken) =>
        answers.Deliver(
            token => turn.Activity.Id is { } id
                ? connector.Reply(turn.Reference, id, message, token)
                : connector.Send(turn.Reference, message, token),
            Note,
            cancellationToken);

    private Task Note(SendOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome is not SendOutcome.Sent) logger.LogWarning("An answer did not get through: {Outcome}", outcome);
        return Task.CompletedTask;
    }
}
