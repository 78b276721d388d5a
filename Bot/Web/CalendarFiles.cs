using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Web;

/// <summary>A gathering as a calendar file. It holds what the invitation holds, and nothing about any person.</summary>
public static class CalendarFiles
{
    private const string Zone = "Europe/Amsterdam";

    public static IEndpointRouteBuilder MapCalendar(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/agenda/{id}.ics", async (string id, IGatherings gatherings, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken) =>
        {
            if (!GatheringId.TryParse(id, out var gathering) || await gatherings.Find(gathering, cancellationToken) is not { } found) return Results.NotFound();
            response.Headers.XContentTypeOptions = "nosniff";
            return Results.File(System.Text.Encoding.UTF8.GetBytes(Write(found, clock.GetUtcNow())), "text/calendar; charset=utf-8", $"{found.Id.Item}.ics");
        });
        return endpoints;
    }

    public static string Write(Gathering gathering, DateTimeOffset now)
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
}
