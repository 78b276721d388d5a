using LeerkringBot.Cards.Elements;

namespace LeerkringBot.Cards.Broadcasts;

/// <summary>Asks before a draft is thrown away.</summary>
public static class DiscardCard
{
    public static readonly CardAction<DeliveryCard.ShowData> Ask = new("broadcast.discard");
    public static readonly CardAction<DeliveryCard.ShowData> Sure = new("broadcast.discard-sure");

    /// <param name="draft">Which.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(string draft, string title, Texts texts) =>
        new(
            [
                Part.Notice(texts["Discard.Title"], "warning"),
                new TextBlock(title) { Weight = "bolder" },
                Part.Buttons(Sure.Button(texts["Discard.Sure"], new(draft)), DeliveryCard.Open.Button(texts["Preview.Back"], new(draft))),
            ],
            texts["Discard.Title"])
        {
            Lang = texts.Lang,
        };
}
