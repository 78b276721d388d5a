using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Cards.Broadcasts;

/// <summary>An organiser puts right what was sent, by a line above every card.</summary>
public static class CorrectCard
{
    public static readonly CardAction<DeliveryCard.ShowData> Ask = new("broadcast.correct");
    public static readonly CardAction<CorrectData> Save = new("broadcast.correct-save");

    public const int MostCharacters = 500;

    /// <param name="Broadcast">Which one.</param>
    /// <param name="Correction">The line above the card; empty takes it away.</param>
    public sealed record CorrectData(string Broadcast, string? Correction = null);

    /// <param name="broadcast">As it stands.</param>
    /// <param name="typed">What was typed before, or null.</param>
    /// <param name="count">How many cards change.</param>
    /// <param name="mistake">What is wrong with it, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(Broadcast broadcast, string? typed, int count, string? mistake, Texts texts) =>
        new(
            [
                Part.Title(texts["Correct.Title"]),
                new TextBlock(texts.Count("Correct.Cards", count)),
                .. mistake is null ? Array.Empty<CardElement>() : [Part.Mistake(mistake)],
                new TextInput(texts["Correct.Label"]) { Id = "correction", Value = typed ?? broadcast.Correction, MaxLength = MostCharacters, IsMultiline = true },
                Part.Buttons(
                    Save.Button(texts["Correct.Save"], new(broadcast.Id)),
                    DeliveryCard.Show.Button(texts["Preview.Back"], new(broadcast.Id), withInputs: false)),
            ],
            texts["Correct.Title"])
        {
            Lang = texts.Lang,
        };
}
