using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>Renders a broadcast for each recipient and hands it to Teams.</summary>
public sealed class Courier(
    IEnumerable<IPersonalContent> contents,
    IMessenger messenger,
    IMembers members,
    SharedCardRefresh shared) : ICourier
{
    private readonly Dictionary<string, IPersonalContent> kinds = contents.ToDictionary(content => content.Kind);

    public Task<SendOutcome> Deliver(Broadcast broadcast, Recipient recipient, CancellationToken cancellationToken) => recipient switch
    {
        Recipient.OfChannel => ToChannel(broadcast.Content, recipient, cancellationToken),
        Recipient.OfMember to => ToMember(broadcast.Content, to, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(recipient)),
    };

    public async Task Summarise(Broadcast broadcast, IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken)
    {
        if (broadcast.By is not { } organiser) return;
        var texts = Texts.For((await members.Find(organiser, cancellationToken))?.Language ?? Language.Dutch);
        await messenger.Send(new Recipient.OfMember(organiser), await Summary(broadcast, deliveries, texts, cancellationToken), cancellationToken);
    }

    /// <summary>How a broadcast stands.</summary>
    public async Task<AdaptiveCard> Summary(Broadcast broadcast, IReadOnlyList<Delivery> deliveries, Texts texts, CancellationToken cancellationToken)
    {
        var card = kinds.GetValueOrDefault(broadcast.Content.Kind) is IChannelContent content ? await content.Neutral(broadcast.Content.Subject, cancellationToken) : null;
        return DeliveryCard.Render(broadcast, card?.Card.Summary ?? "", deliveries, texts);
    }

    private async Task<SendOutcome> ToChannel(BroadcastContent content, Recipient recipient, CancellationToken cancellationToken)
    {
        if (kinds.GetValueOrDefault(content.Kind) is not IChannelContent channelContent
            || await channelContent.Neutral(content.Subject, cancellationToken) is not { } card) return new SendOutcome.NotSent(NotSentReason.NotFound);
        var outcome = await messenger.Send(recipient, card.Card, cancellationToken);
        if (outcome is SendOutcome.Sent sent) await shared.Follow(content, sent.Card, card.Card, cancellationToken);
        return outcome;
    }

    private async Task<SendOutcome> ToMember(BroadcastContent content, Recipient.OfMember to, CancellationToken cancellationToken) =>
        await members.Find(to.Member, cancellationToken) is { } member
        && kinds.TryGetValue(content.Kind, out var personal)
        && await personal.Personal(content.Subject, member, Texts.For(member.Language), cancellationToken) is { } card
            ? await messenger.Send(to, card, cancellationToken)
            : new SendOutcome.NotSent(NotSentReason.NotFound);
}
