using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;

namespace LeerkringBot.Cards.Gatherings;

/// <summary>Asks why a gathering is cancelled, before everybody who answered is told.</summary>
public static class CancelCard
{
    public static readonly CardAction<CancelData> Sure = new("gathering.cancel.sure");

    /// <param name="Gathering">The <see cref="GatheringId"/> as text.</param>
    /// <param name="Reason">Typed.</param>
    public sealed record CancelData(string Gathering, string? Reason = null);

    /// <param name="gathering">Which.</param>
    /// <param name="when">Its date in words.</param>
    /// <param name="told">How many people get a message.</param>
    /// <param name="typed">The reason so far.</param>
    /// <param name="mistake">What is wrong with it, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(Gathering gathering, string when, int told, string? typed, GatheringFault? mistake, Texts texts) =>
        new(
            [
                Part.Title(texts.Rich("Cancel.Title", gathering.Title)),
                new TextBlock(when),
                new TextBlock(told == 0 ? texts["Cancel.Nobody"] : texts.Count("Cancel.Told", told)) { Weight = "bolder" },
                new TextInput(texts["Cancel.Reason"])
                {
                    Id = "reason",
                    Value = typed,
                    IsMultiline = true,
                    MaxLength = GatheringLimits.Cancellation,
                    Placeholder = texts["Cancel.ReasonExample"],
                    IsRequired = true,
                    ErrorMessage = texts["Cancel.ReasonFirst"],
                },
                .. mistake is null ? [] : MistakeTexts.Messages([new(GatheringField.Cancellation, mistake.Value, Number: GatheringLimits.Cancellation)], texts),
                new TextBlock(texts.Rich("Cancel.Forever")),
                Part.Buttons(
                    Sure.Button(texts["Cancel.Sure"], new(gathering.Id.ToString())),
                    SavedCard.Manage.Button(texts["Cancel.Keep"], new(), withInputs: false)),
            ],
            texts.Plain("Cancel.Title", gathering.Title))
        {
            Lang = texts.Lang,
        };
}
