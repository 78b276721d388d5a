using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Web;

/// <summary>GET /agenda/{word}.ics: a registration as a calendar file under an unguessable word, or what the invitation holds under the gathering's id, as older cards link to it.</summary>
public static class CalendarFiles
{
    private const string Zone = "Europe/Amsterdam";

    public static IEndpointRouteBuilder MapCalendar(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Links.CalendarPath + "{word}.ics", async (
            string word, Links links, IGatherings gatherings, IRegistrationStore registrations, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken) =>
        {
            response.Headers.CacheControl = "no-store";
            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers["Referrer-Policy"] = "no-referrer";
            try
            {
                if (GatheringId.TryParse(word, out var id))
                    return await gatherings.Find(id, cancellationToken) is { } neutral ? File(neutral, CalendarMethods.Publish, Write(neutral, clock.GetUtcNow())) : Results.NotFound();
                if (await links.OpenCalendar(word, cancellationToken) is not var (gathering, member)) return Results.NotFound();
                return await registrations.Read(gathering, member, cancellationToken) is var (sheet, mine)
                    && await gatherings.Find(gathering, sheet.Revision, cancellationToken) is { } found
                    ? File(found, RegistrationCalendar.Method(found, sheet, mine), RegistrationCalendar.Write(found, sheet, mine, member, clock.GetUtcNow()))
                    : Results.NotFound();
            }
            catch (StorageFaultException)
            {
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            }
        });
        return endpoints;
    }

    private static string Write(Gathering gathering, DateTimeOffset now)
    {
        var calendar = new Calendar { Method = CalendarMethods.Publish, ProductId = "-//LeerkringBot//NL" };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(Zone, gathering.Date.ToDateTime(TimeOnly.MinValue).AddYears(-1), includeHistoricalData: false));
        calendar.Events.Add(new CalendarEvent
        {
            Uid = $"{gathering.Id}@leerkringbot",
            DtStamp = new CalDateTime(now.UtcDateTime, "UTC"),
            Start = new CalDateTime(gathering.Date.ToDateTime(gathering.Start), Zone),
            End = new CalDateTime(gathering.Date.ToDateTime(gathering.End), Zone),
            Summary = gathering.Title,
            Location = $"{gathering.Place.Name}, {gathering.Place.Address}",
            Description = gathering.Why,
            Contacts = [gathering.Contact],
        });
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    // RFC 6047, 2.4: the content type repeats the method of the calendar.
    private static IResult File(Gathering gathering, string method, string calendar) =>
        Results.File(Encoding.UTF8.GetBytes(calendar), $"text/calendar; charset=utf-8; method={method}", $"{gathering.Id.Item}.ics");
}
