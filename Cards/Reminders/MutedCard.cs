using LeerkringBot.Cards.Elements;

namespace LeerkringBot.Cards.Reminders;

/// <summary>Whether somebody gets reminders, with the way back.</summary>
public static class MutedCard
{
    public static readonly CardAction<NoData> Mute = new("reminder.mute");
    public static readonly CardAction<NoData> Unmute = new("reminder.unmute");

    public sealed record NoData;

    public static AdaptiveCard Render(bool wantsNone, Texts texts) =>
        new(
            [
                Part.Notice(texts[wantsNone ? "Reminder.Muted" : "Reminder.Unmuted"], wantsNone ? "accent" : "good"),
                new TextBlock(texts.Rich(wantsNone ? "Reminder.MutedMore" : "Reminder.UnmutedMore")),
                Part.Buttons(wantsNone ? Unmute.Button(texts["Reminder.Unmute"], new()) : Mute.Button(texts["Reminder.Mute"], new())),
            ],
            texts["Reminder.Settings"])
        {
            Lang = texts.Lang,
        };

    /// <summary>A card as a reminder: with a way to be rid of the next.</summary>
    public static AdaptiveCard Under(AdaptiveCard card, Texts texts) =>
        card with { Body = [.. card.Body, Part.Buttons(Mute.Button(texts["Reminder.Mute"], new(), withInputs: false)) with { Separator = true }] };
}
