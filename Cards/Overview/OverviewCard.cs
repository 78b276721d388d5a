using LeerkringBot.Cards.Elements;

namespace LeerkringBot.Cards.Overview;

/// <summary>Where everything stands, for organisers.</summary>
public static class OverviewCard
{
    public static AdaptiveCard Render(IEnumerable<CardElement> sections, Texts texts) =>
        new([Part.Title(texts.Rich("Overview.Title")), .. sections], texts["Overview.Title"]) { Lang = texts.Lang };
}
