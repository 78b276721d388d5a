using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;

namespace LeerkringBot.Cards.Reminders;

/// <summary>After a gathering: thanks, and where ideas go.</summary>
public static class ThanksCard
{
    /// <param name="gathering">That has been.</param>
    /// <param name="ideas">The ways to share one.</param>
    /// <param name="now">The moment.</param>
    /// <param name="texts">In the person's language.</param>
    public static AdaptiveCard Render(Gathering gathering, IReadOnlyList<CardElement> ideas, DateTimeOffset now, Texts texts) =>
        new(
            [
                Part.Title(texts["Reminder.ThanksTitle"]),
                new TextBlock(texts.Rich("Reminder.ThanksText", gathering.Title, texts.Day(gathering.Date, DutchTime.DayOf(now).Year))),
                Part.Heading(texts["Reminder.Ideas"]),
                new TextBlock(texts.Rich("Reminder.IdeasText")),
                .. ideas,
            ],
            texts.Plain("Reminder.ThanksSummary", gathering.Title))
        {
            Lang = texts.Lang,
        };

    /// <summary>The same as a mail, for who isn't in Teams.</summary>
    public static Mail Mail(Gathering gathering, string name, string email, string mailbox, DateTimeOffset now, Texts texts) =>
        new(
            email,
            name,
            texts.Plain("Reminder.ThanksSummary", gathering.Title),
            texts.Plain("Reminder.ThanksMail", name, texts.Plain("Reminder.ThanksText", gathering.Title, texts.Day(gathering.Date, DutchTime.DayOf(now).Year)), texts.Plain("Reminder.IdeasMailText", mailbox, SubjectReference.Of(new Subject.OfGathering(gathering.Id)))));
}
