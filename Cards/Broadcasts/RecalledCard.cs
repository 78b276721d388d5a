using LeerkringBot.Cards.Elements;

namespace LeerkringBot.Cards.Broadcasts;

/// <summary>Stands where a message stood that was taken back.</summary>
public static class RecalledCard
{
    /// <param name="reason">As the organiser wrote it; may be empty.</param>
    /// <param name="texts">In the reader's language.</param>
    public static AdaptiveCard Render(string reason, Texts texts) =>
        new(
            [
                Part.Notice(texts["Recalled.Title"], "warning"),
                .. reason.Length == 0 ? Array.Empty<CardElement>() : [new TextBlock(texts.Rich("Recalled.Reason", reason))],
            ],
            texts["Recalled.Title"])
        {
            Lang = texts.Lang,
        };
}
