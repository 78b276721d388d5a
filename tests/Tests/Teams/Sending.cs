using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Domain;

namespace LeerkringBot.Tests.Teams;

/// <summary>Opening the way and sending in one, as the sender does in two.</summary>
internal static class Sending
{
    public static async Task<SendOutcome> Send(this IMessenger messenger, Recipient to, AdaptiveCard card, CancellationToken cancellationToken) =>
        await messenger.Open(to, cancellationToken) switch
        {
            Opening.Ready ready => await ready.Send(card, cancellationToken),
            Opening.Closed closed => closed.Why,
            _ => throw new InvalidOperationException("An opening is ready or closed."),
        };
}
