using System.Text.Json;
using LeerkringBot.Bot.Web;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Gallery;

namespace LeerkringBot.EndToEnd;

/// <summary>Calendar files as another program reads them: Mozilla's ical.js, with the time zone that the file brings.</summary>
public sealed class CalendarTests
{
    private static readonly MemberId Anna = new("anna");

    private static Gathering Gathering => new Specimens(text => text).Gathering;

    [Theory]
    // Winter, summer, and the Sundays on which the clock changes: over the change itself, after it, and the days around.
    [InlineData("2027-02-02", "13:30", "16:30", "2027-02-02T12:30:00.000Z", "2027-02-02T15:30:00.000Z")]
    [InlineData("2027-06-15", "13:30", "16:30", "2027-06-15T11:30:00.000Z", "2027-06-15T14:30:00.000Z")]
    [InlineData("2027-03-27", "13:30", "16:30", "2027-03-27T12:30:00.000Z", "2027-03-27T15:30:00.000Z")]
    [InlineData("2027-03-28", "01:30", "04:30", "2027-03-28T00:30:00.000Z", "2027-03-28T02:30:00.000Z")]
    [InlineData("2027-03-28", "10:00", "12:00", "2027-03-28T08:00:00.000Z", "2027-03-28T10:00:00.000Z")]
    [InlineData("2027-10-30", "13:30", "16:30", "2027-10-30T11:30:00.000Z", "2027-10-30T14:30:00.000Z")]
    [InlineData("2027-10-31", "01:30", "04:30", "2027-10-30T23:30:00.000Z", "2027-10-31T03:30:00.000Z")]
    [InlineData("2027-10-31", "10:00", "12:00", "2027-10-31T09:00:00.000Z", "2027-10-31T11:00:00.000Z")]
    [InlineData("2028-02-29", "09:00", "17:00", "2028-02-29T08:00:00.000Z", "2028-02-29T16:00:00.000Z")]
    public async Task Another_program_reads_the_same_instants(string date, string start, string end, string startsAt, string endsAt)
    {
        var gathering = Gathering with { Date = DateOnly.Parse(date, null), Start = TimeOnly.Parse(start, null), End = TimeOnly.Parse(end, null) };

        var read = await Read(gathering, RegistrationSheet.Open(gathering), Registration());

        Assert.Equal((startsAt, endsAt), (read.Start, read.End));
        Assert.Equal((DateTimeOffset.Parse(startsAt, null), DateTimeOffset.Parse(endsAt, null)), (gathering.StartsAt, gathering.EndsAt));
        Assert.Equal(["Europe/Amsterdam"], read.Zones);
        Assert.Equal(("PUBLISH", "CONFIRMED"), (read.Method, read.Status));
        Assert.Equal("2027-01-11T09:00:00.000Z", read.Stamp);
        Assert.InRange(read.LongestLine, 1, 75);
    }

    [Fact]
    public async Task Another_program_reads_a_cancellation_of_the_same_entry()
    {
        var sheet = RegistrationSheet.Open(Gathering);

        var coming = await Read(Gathering, sheet, Registration());
        var cancelled = await Read(Gathering, sheet, Registration() with { Wants = false, Sequence = 1 });
        var called = await Read(Gathering with { Cancellation = "De zaal is dicht.", Revision = 2 }, sheet, Registration());

        Assert.Equal(("CANCEL", "CANCELLED", coming.Uid, coming.Sequence + 1), (cancelled.Method, cancelled.Status, cancelled.Uid, cancelled.Sequence));
        Assert.Equal(("CANCEL", "CANCELLED", coming.Uid, coming.Sequence + 2), (called.Method, called.Status, called.Uid, called.Sequence));
    }

    [Fact]
    public async Task Another_program_reads_every_word_whatever_people_type()
    {
        var odd = string.Join("; ", Hostile.Texts);
        var gathering = Gathering with
        {
            Title = odd,
            Place = new(odd, "Plein 1; Waalwijk, Noord-Brabant"),
            Why = $"{odd}\n\nBEGIN:VEVENT\r\nEND:VCALENDAR",
            Rounds = [new("r1", new(13, 30), new(14, 30), [new("t1", odd, 1), new("t2", "Burgerberaad", null)])],
        };
        var sheet = RegistrationSheet.Open(gathering);
        sheet = sheet with { Tracks = sheet.Tracks.SetItem("t1", sheet.Tracks["t1"] with { Taken = 1, Waiting = [new(Anna, "GM0867", 1)] }) };

        var read = await Read(gathering, sheet, Registration() with { Tracks = ["t1"] });

        Assert.Equal((odd, $"{odd}, Plein 1; Waalwijk, Noord-Brabant"), (read.Summary, read.Location));
        Assert.Contains($"13.30 – 14.30: {odd} (u staat op de wachtlijst)", read.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("Burgerberaad", read.Description, StringComparison.Ordinal);
        Assert.Equal("mailto:secretariaat@m50.example", read.Organizer);
    }

    private static Registration Registration() => new(Anna, true, "GM0867", 1, Specimens.Now);

    private static async Task<Entry> Read(Gathering gathering, RegistrationSheet sheet, Registration? mine)
    {
        var file = RegistrationCalendar.Write(gathering, sheet, mine, Anna, Specimens.Now);
        return (await Node.Run<IReadOnlyList<Entry>>("read-calendars.mjs", JsonSerializer.Serialize(new[] { file }), [], TestContext.Current.CancellationToken)).Single();
    }

    private sealed record Entry(
        string Method,
        IReadOnlyList<string> Zones,
        int LongestLine,
        string Uid,
        int Sequence,
        string Status,
        string Stamp,
        string Start,
        string End,
        string Summary,
        string Location,
        string Description,
        string Organizer);
}
