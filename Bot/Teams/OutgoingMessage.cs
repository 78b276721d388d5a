using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Infrastructure.Teams;

namespace LeerkringBot.Bot.Teams;

public static class OutgoingMessage
{
    public static MessageActivity Of(AdaptiveCard card) => MessageActivity.OfCard(CardBytes.Of(card), card.Summary);

    public static MessageActivity Of(Reply reply) => reply switch
    {
        Reply.Card card => Of(card.Content),
        Reply.Line line => MessageActivity.OfText(line.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(reply)),
    };
}
