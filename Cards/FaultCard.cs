using System.Text.Json;
using LeerkringBot.Cards.Elements;

namespace LeerkringBot.Cards;

/// <summary>Something failed on our side. The button does the same click again, with all that was typed.</summary>
public static class FaultCard
{
    public static AdaptiveCard Render(Texts texts, CarriedClick click) =>
        new([
            new TextBlock(texts.Rich("Fault")) { Color = "warning" },
            new ActionSet([Again(texts["TryAgain"], click)]),
        ], texts["Fault"])
        {
            Lang = texts.Lang,
        };

    private static ExecuteButton Again(string title, CarriedClick click) =>
        new(title, click.Verb, click.Data) { Fallback = new SubmitButton(title, CardAction.WithVerb(click)) };
}
