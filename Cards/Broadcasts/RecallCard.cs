using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Cards.Broadcasts;

/// <summary>An organiser takes back what was sent, with the reason.</summary>
public static class RecallCard
{
    public static readonly CardAction<DeliveryCard.ShowData> Ask = new("broadcast.recall");
    public static readonly CardAction<RecallData> Sure = new("broadcast.recall-sure");

    public const int MostCharacters = 500;

    /// <param name="Broadcast">Which one.</param>
    /// <param name="Reason">For everybody who got it.</param>
    public sealed record RecallData(string Broadcast, string? Reason = null);

    /// <param name="broadcast">As it stands.</param>
    /// <param name="typed">What was typed before, or null.</param>
    /// <param name="count">How many cards change.</param>
    /// <param name="mistake">What is wrong with it, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(Broadcast broadcast, string? typed, int count, string? mistake, Texts texts) =>
        new(
            [
                Part.Title(texts["Recall.Title"]),
                new TextBlock(texts.Count("Recall.Cards", count)),
                .. mistake is null ? Array.Empty<CardElement>() : [Part.Mistake(mistake)],
                new TextInput(texts["Recall.Label"]) { Id = "reason", Value = typed, MaxLength = MostCharacters, IsMultiline = true, IsRequired = true, ErrorMessage = texts["Recall.ReasonFirst"] },
                Part.Buttons(
                    Sure.Button(texts["Recall.Sure"], new(broadcast.Id)),
                    DeliveryCard.Show.Button(texts["Preview.Back"], new(broadcast.Id), withInputs: false)),
            ],
            texts["Recall.Title"])
        {
            Lang = texts.Lang,
        };
}
