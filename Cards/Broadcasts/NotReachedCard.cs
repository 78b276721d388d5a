using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Cards.Broadcasts;

/// <summary>Everybody who did not get a broadcast, with the reason, page by page. For organisers.</summary>
public static class NotReachedCard
{
    public static readonly CardAction<NotReachedData> Page = new("broadcast.who");

    public const int PerPage = 40;

    /// <param name="Broadcast">Which one.</param>
    /// <param name="From">How many come before.</param>
    public sealed record NotReachedData(string Broadcast, int From);

    /// <param name="broadcast">Which.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="page">Those of this page.</param>
    /// <param name="from">How many come before.</param>
    /// <param name="hasMore">Whether there are more after it.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(string broadcast, string title, IReadOnlyList<Delivery> page, int from, bool hasMore, Texts texts) =>
        new(
            [
                Part.Title(texts["NotReached.Title"]),
                new TextBlock(title),
                .. page.Count == 0 ? [new TextBlock(texts["NotReached.Nobody"])] : page.Select(delivery => DeliveryCard.Line(delivery, texts)),
                Part.Buttons(
                [
                    .. from > 0 ? [Page.Button(texts["NotReached.Back"], new(broadcast, Math.Max(0, from - PerPage)))] : Array.Empty<CardButton>(),
                    .. hasMore ? [Page.Button(texts["NotReached.More"], new(broadcast, from + PerPage))] : Array.Empty<CardButton>(),
                    DeliveryCard.Show.Button(texts["NotReached.Summary"], new(broadcast)),
                ]),
            ],
            texts["NotReached.Title"])
        {
            Lang = texts.Lang,
        };
}
