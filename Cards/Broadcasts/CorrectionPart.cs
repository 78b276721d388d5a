using LeerkringBot.Cards.Elements;

namespace LeerkringBot.Cards.Broadcasts;

/// <summary>What an organiser had to put right, above the card.</summary>
public static class CorrectionPart
{
    public static CardElement Render(string correction, Texts texts) => Part.Notice(texts.Rich("Correction.Line", correction), "warning");
}
