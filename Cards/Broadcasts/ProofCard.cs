using LeerkringBot.Cards.Elements;

namespace LeerkringBot.Cards.Broadcasts;

/// <summary>What will be sent, for the organiser alone, marked as a proof: what a click would do is named and can't be pressed.</summary>
public static class ProofCard
{
    public static AdaptiveCard Render(AdaptiveCard card, Texts texts) =>
        new([Part.Notice(texts["Proof.Notice"], "warning"), .. card.Body.Select(element => Harmless(element, texts))], texts.Plain("Proof.Summary", card.Summary))
        {
            Lang = card.Lang,
        };

    /// <summary>Links stay: following one changes nothing.</summary>
    public static CardElement Harmless(CardElement element, Texts texts) => element switch
    {
        ActionSet set when set.Actions.Any(button => button is not OpenUrlButton) => new Container(
        [
            Part.Note(texts.Rich("Proof.Buttons", string.Join(" · ", set.Actions.Where(button => button is not OpenUrlButton).Select(button => button.Title)))),
            .. set.Actions.Any(button => button is OpenUrlButton) ? [set with { Actions = [.. set.Actions.OfType<OpenUrlButton>()] }] : Array.Empty<CardElement>(),
        ]),
        Container container => container with { Items = [.. container.Items.Select(item => Harmless(item, texts))] },
        _ => element,
    };
}
