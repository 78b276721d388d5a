using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Cards.Broadcasts;

/// <summary>What was sent lately, newest first. For organisers.</summary>
public static class BroadcastListCard
{
    public const int Most = 10;

    /// <param name="broadcasts">With what each is called and how far it is.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(IReadOnlyList<(Broadcast Broadcast, string Title, BroadcastProgress Progress)> broadcasts, Texts texts) =>
        new(
            [
                Part.Title(texts["BroadcastList.Title"]),
                .. broadcasts.Count == 0 ? [new TextBlock(texts["BroadcastList.Empty"])] : broadcasts.Select(CardElement (one) => One(one.Broadcast, one.Title, one.Progress, texts)),
            ],
            texts["BroadcastList.Title"])
        {
            Lang = texts.Lang,
        };

    private static Container One(Broadcast broadcast, string title, BroadcastProgress progress, Texts texts) =>
        new(
        [
            new TextBlock(title) { Weight = "bolder" },
            new TextBlock(texts.Rich("BroadcastList.Line", Moments.Of(broadcast.At, texts), texts[$"BroadcastState.{broadcast.State}"], progress.Sent, progress.Recipients)) { Spacing = "none" },
            Part.Buttons(DeliveryCard.Show.Button(texts["BroadcastList.Show"], new(broadcast.Id))),
        ])
        {
            Separator = true,
        };
}
