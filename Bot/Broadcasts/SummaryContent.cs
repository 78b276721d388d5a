using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>How a broadcast went: for the organiser who sent it, when it is done or when asked.</summary>
public sealed class SummaryContent(IBroadcastStore broadcasts, IEnumerable<IComposable> contents) : IPersonalContent
{
    public string Kind => DeliverBroadcast.Summary;

    public async Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken)
    {
        if (await broadcasts.Find(subject, cancellationToken) is not { } broadcast) return null;
        var content = contents.FirstOrDefault(one => one.Kind == broadcast.Content.Kind);
        var sent = content is null ? null : await content.Personal(broadcast.Content.Subject, member, texts, cancellationToken);
        return DeliveryCard.Render(broadcast, sent?.Summary ?? "", await broadcasts.Deliveries(subject, cancellationToken), texts);
    }
}
