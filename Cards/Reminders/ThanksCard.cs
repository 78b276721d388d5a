using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;

namespace LeerkringBot.Cards.Reminders;

/// <summary>After a gathering: thanks, and where ideas go.</summary>
public static class ThanksCard
{
    /// <param name="gathering">That has been.</param>
    /// <param name="mailbox">The network's.</param>
    /// <param name="now">The moment.</param>
    /// <param name="texts">In the person's language.</param>
    public static AdaptiveCard Render(Gathering gathering, string mailbox, DateTimeOffset now, Texts texts) =>
        new(
            [
                Part.Title(texts["Reminder.ThanksTitle"]),
                new TextBlock(texts.Rich("Reminder.ThanksText", gathering.Title, texts.Day(gathering.Date, DutchTime.DayOf(now).Year))),
                Part.Heading(texts["Reminder.Ideas"]),
                // The address as text too: not every client opens a mail from a button.
                new TextBlock(texts.Rich("Reminder.IdeasText", mailbox)),
                Part.Buttons(new OpenUrlButton(texts["Reminder.IdeasMail"], $"mailto:{mailbox}?subject={Uri.EscapeDataString(texts.Plain("Reminder.IdeasSubject", gathering.Title))}")),
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
            texts.Plain("Reminder.ThanksMail", name, texts.Plain("Reminder.ThanksText", gathering.Title, texts.Day(gathering.Date, DutchTime.DayOf(now).Year)), texts.Plain("Reminder.IdeasText", mailbox)));
}
