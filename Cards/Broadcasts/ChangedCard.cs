using LeerkringBot.Cards.Elements;

namespace LeerkringBot.Cards.Broadcasts;

/// <summary>What somebody got by mail before, as it is now.</summary>
public static class ChangedCard
{
    /// <param name="card">As it is now.</param>
    /// <param name="title">Says what changed: the subject of the mail.</param>
    /// <param name="replaces">False where it was taken back.</param>
    /// <param name="texts">In the reader's language.</param>
    public static AdaptiveCard Render(AdaptiveCard card, string title, bool replaces, Texts texts) =>
        new([Part.Title(title), .. replaces ? [new TextBlock(texts["Change.Replaces"])] : Array.Empty<CardElement>(), .. card.Body], title) { Lang = card.Lang };
}
