using LeerkringBot.Cards;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Routing;

/// <summary>Lets organisers through and gives everybody else a friendly no. Asked on every action, never taken from a card.</summary>
public sealed class OrganiserGate(IOrganisers organisers, INetwork network)
{
    public Func<CardClick<TData>, CancellationToken, Task<Reply>> Only<TData>(Func<CardClick<TData>, CancellationToken, Task<Reply>> handler) =>
        async (click, cancellationToken) => await Refusal(click.Who, click.Texts, cancellationToken) ?? await handler(click, cancellationToken);

    public Func<ChatMessage, CancellationToken, Task<Reply>> Only(Func<ChatMessage, CancellationToken, Task<Reply>> handler) =>
        async (message, cancellationToken) => await Refusal(message.Who, message.Texts, cancellationToken) ?? await handler(message, cancellationToken);

    private async Task<Reply?> Refusal(Person who, Texts texts, CancellationToken cancellationToken) =>
        await organisers.Includes(await who.Member, cancellationToken)
            ? null
            : new Reply.Line(texts.Plain("Organisers.Only", (await network.Current(cancellationToken)).Mailbox));
}
