using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Registrations.Pages;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Web;

/// <summary>One person's registration as a calendar file, Dutch as the invitation is. Nothing in it is about anybody else.</summary>
public static class RegistrationCalendar
{
    private const string Zone = "Europe/Amsterdam";

    /// <param name="gathering">As it stands.</param>
    /// <param name="sheet">The gathering's.</param>
    /// <param name="mine">The person's; null where it was deleted, which takes the entry out of the calendar too.</param>
    /// <param name="member">Whose.</param>
    /// <param name="now">The moment.</param>
    public static string Write(Gathering gathering, RegistrationSheet sheet, Registration? mine, MemberId member, DateTimeOffset now)
    {
        var calendar = new Calendar { Method = Method(gathering, sheet, mine), ProductId = "-//LeerkringBot//NL" };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(Zone, gathering.Date.ToDateTime(TimeOnly.MinValue).AddYears(-1), includeHistoricalData: false));
        calendar.Events.Add(new CalendarEvent
        {
            Uid = Uid(gathering.Id, member),
            Sequence = gathering.Revision + (mine?.Sequence ?? Last(sheet)),
            Status = StatusOf(gathering, sheet, mine),
            DtStamp = new CalDateTime(now.UtcDateTime, "UTC"),
            Start = new CalDateTime(gathering.Date.ToDateTime(gathering.Start), Zone),
            End = new CalDateTime(gathering.Date.ToDateTime(gathering.End), Zone),
            Summary = gathering.Title,
            Location = $"{gathering.Place.Name}, {gathering.Place.Address}",
            Description = Description(gathering, sheet, mine, Texts.Dutch),
            Organizer = new Organizer($"mailto:{gathering.Contact}"),
            Contacts = [gathering.Contact],
        });
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    /// <summary>Whether the file puts the gathering into a calendar or takes it out: "PUBLISH" or "CANCEL".</summary>
    public static string Method(Gathering gathering, RegistrationSheet sheet, Registration? mine) =>
        StatusOf(gathering, sheet, mine) == EventStatus.Cancelled ? CalendarMethods.Cancel : CalendarMethods.Publish;

    private static string StatusOf(Gathering gathering, RegistrationSheet sheet, Registration? mine) => gathering.Cancellation is not null
        ? EventStatus.Cancelled
        : MyRegistration.Of(sheet, mine) switch
        {
            MyRegistration.Coming => EventStatus.Confirmed,
            MyRegistration.Waiting or MyRegistration.Provisional => EventStatus.Tentative,
            _ => EventStatus.Cancelled,
        };

    // The same for ever, and it tells nothing about the person.
    private static string Uid(GatheringId gathering, MemberId member) =>
        $"{Key.Hash($"{gathering} {member}", 40)}@leerkringbot";

    // More than any registration can have: each of its steps, in or out, belongs to a ticket of its own.
    private static int Last(RegistrationSheet sheet) => (int)(2 * sheet.NextTicket);

    private static string Description(Gathering gathering, RegistrationSheet sheet, Registration? mine, Texts texts)
    {
        var lines = new List<string> { RegistrationTexts.State(gathering, sheet, mine, texts), "", gathering.Why };
        if (RegistrationTexts.Tracks(gathering, sheet, mine, texts) is { Count: > 0 } tracks) lines.AddRange(["", texts["Page.Tracks"], .. tracks]);
        if (!gathering.Programme.IsEmpty) lines.AddRange(["", texts["Invitation.Programme"], .. RegistrationTexts.Programme(gathering, texts)]);
        lines.AddRange(["", texts.Plain("Page.Questions", gathering.Contact)]);
        return string.Join('\n', lines);
    }
}
