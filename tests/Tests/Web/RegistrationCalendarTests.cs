using System.Net;
using Ical.Net;
using Ical.Net.CalendarComponents;
using LeerkringBot.Bot.Web;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Tests.Web;

public sealed class RegistrationCalendarTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2027, 1, 11, 9, 0, 0, TimeSpan.Zero);
    private readonly TestBot bot = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task The_link_of_a_registration_gives_its_own_calendar_file()
    {
        var anna = await bot.Confirmed(1);
        await Comes(anna);
        using var response = await Get(await Link(anna));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/calendar; charset=utf-8; method=PUBLISH", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(("attachment", "kick-off.ics"), (response.Content.Headers.ContentDisposition!.DispositionType, response.Content.Headers.ContentDisposition.FileName));
        Assert.Equal("no-store", response.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        var entry = Entry(await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal((EventStatus.Confirmed, "Kick-off", "Stadhuis, Plein 1, Waalwijk"), (entry.Status, entry.Summary, entry.Location));
        Assert.Equal(new DateTime(2027, 2, 4, 12, 30, 0, DateTimeKind.Utc), entry.Start!.AsUtc);
        Assert.Contains("13.30 – 13.45: Welkom", entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_holds_nothing_that_can_be_read_or_guessed_and_stays_the_same()
    {
        var (anna, bram) = (await bot.Confirmed(1), await bot.Confirmed(2));

        Assert.Equal(await Link(anna), await Link(anna));
        Assert.NotEqual(await Link(anna), await Link(bram));
        Assert.DoesNotContain("kick-off", await Link(anna), StringComparison.Ordinal);
        Assert.DoesNotContain(anna.Id.ToString(), await Link(anna), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/agenda/x.ics")]
    [InlineData("/agenda/niets.niets.ics")]
    [InlineData("/agenda/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics")]
    public async Task A_word_that_nobody_gave_finds_nothing(string path)
    {
        using var response = await Get(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_word_for_the_page_opens_no_calendar_and_no_gathering_is_no_calendar()
    {
        var page = await bot.Get<Links>().Registration(TestBot.KickOff, new("somebody"), Cancellation);
        using var response = await Get($"/agenda/{page[(page.LastIndexOf('/') + 1)..]}.ics");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);

        using var gone = await Get(await bot.Get<Links>().Calendar(GatheringId.Parse("niets.niets"), new("somebody"), Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task The_link_of_an_older_card_still_gives_the_gathering()
    {
        using var response = await Get("/agenda/kick-off.kick-off.ics");
        Assert.Equal("Kick-off", Entry(await response.Content.ReadAsStringAsync(Cancellation)).Summary);
    }

    [Fact]
    public async Task Who_cancels_gets_the_same_entry_cancelled_with_a_higher_number_and_back_with_a_higher_one_still()
    {
        var anna = await bot.Confirmed(1);
        await Comes(anna);
        var coming = await Read(anna);
        await anna.Clicks("registration.decline", Kickoff());
        var cancelled = await Read(anna);
        await Comes(anna);
        var again = await Read(anna);

        Assert.Equal((coming.Uid, EventStatus.Cancelled), (cancelled.Uid, cancelled.Status));
        Assert.True(coming.Sequence < cancelled.Sequence && cancelled.Sequence < again.Sequence);
        Assert.Equal(EventStatus.Confirmed, again.Status);
    }

    [Fact]
    public async Task Who_waits_has_a_tentative_entry()
    {
        for (var number = 1; number <= 3; number++) await Comes(await bot.Confirmed(number));
        var waiting = await bot.Confirmed(4);
        await Comes(waiting);

        var entry = await Read(waiting);
        Assert.Equal(EventStatus.Tentative, entry.Status);
        Assert.Contains("wachtlijst", entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_and_a_cancellation_of_the_gathering_change_the_entry_with_a_higher_number()
    {
        var anna = await bot.Confirmed(1);
        await Comes(anna);
        var before = await Read(anna);

        await Revise(gathering => gathering with { Start = new(10, 0), End = new(12, 0) });
        var moved = await Read(anna);
        Assert.Equal(before.Uid, moved.Uid);
        Assert.True(moved.Sequence > before.Sequence);
        Assert.Equal(new DateTime(2027, 2, 4, 9, 0, 0, DateTimeKind.Utc), moved.Start!.AsUtc);

        await Revise(gathering => gathering with { Cancellation = "De zaal is dicht." });
        var cancelled = await Read(anna);
        Assert.Equal(EventStatus.Cancelled, cancelled.Status);
        Assert.True(cancelled.Sequence > moved.Sequence);
        Assert.Contains("De zaal is dicht.", cancelled.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_was_deleted_has_a_cancelled_entry_above_any_number_they_could_have()
    {
        var sheet = Sheet() with { NextTicket = 8 };
        var gone = Entry(Write(sheet, null));

        Assert.Equal(EventStatus.Cancelled, gone.Status);
        Assert.True(gone.Sequence > Entry(Write(sheet, Registration() with { Sequence = 14 })).Sequence);
    }

    [Fact]
    public void A_declined_registration_is_cancelled_and_an_unconfirmed_one_tentative()
    {
        var refused = Entry(Write(Sheet(), Registration() with { Wants = false, Refusal = "Het is vol." }));
        var provisional = Entry(Write(Sheet() with { Requests = [new(new("anna"), "GM0867", 1)] }, Registration()));

        Assert.Equal(EventStatus.Cancelled, refused.Status);
        Assert.Contains("Het is vol.", refused.Description, StringComparison.Ordinal);
        Assert.Equal(EventStatus.Tentative, provisional.Status);
    }

    [Fact]
    public void Only_the_persons_own_tracks_stand_in_it()
    {
        var gathering = Specimen with
        {
            Rounds =
            [
                new("r1", new(13, 30), new(14, 30), [new("t1", "Kernendemocratie", null), new("t2", "Burgerberaad", 1)]),
                new("r2", new(15, 0), new(16, 0), [new("t3", "Digitale inspraak", 1)]),
            ],
        };
        var sheet = RegistrationSheet.Open(gathering);
        sheet = sheet with { Tracks = sheet.Tracks.SetItem("t3", sheet.Tracks["t3"] with { Taken = 1, Waiting = [new(new("anna"), "GM0867", 2)] }) };

        var description = Entry(RegistrationCalendar.Write(gathering, sheet, Registration() with { Tracks = ["t1", "t3"] }, new("anna"), Now)).Description;

        Assert.Contains("13.30 – 14.30: Kernendemocratie\n", description, StringComparison.Ordinal);
        Assert.Contains("15.00 – 16.00: Digitale inspraak (u staat op de wachtlijst)", description, StringComparison.Ordinal);
        Assert.DoesNotContain("Burgerberaad", description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_elses_data_stands_in_it()
    {
        var anna = await bot.Confirmed(1);
        await Comes(anna);
        await Comes(await bot.Confirmed(2, "zeist"));
        using var response = await Get(await Link(anna));
        var text = await response.Content.ReadAsStringAsync(Cancellation);

        foreach (var other in new[] { "Persoon", "persoon", "00000000-", anna.Id.ToString() }) Assert.DoesNotContain(other, text, StringComparison.Ordinal);
    }

    private static Gathering Specimen => new()
    {
        Id = new("proef", "proef"),
        Title = "Proef",
        Kind = "werksessie",
        Why = "Daarom.",
        Date = new(2027, 2, 2),
        Start = new(13, 30),
        End = new(16, 30),
        Place = new("Stadhuis", "Plein 1"),
        Programme = [],
        Audience = [],
        Hosts = [],
        RegisterBefore = new(2027, 1, 27),
        Contact = "secretariaat@m50.example",
    };

    private static RegistrationSheet Sheet() => RegistrationSheet.Open(Specimen);

    private static Registration Registration() => new(new("anna"), true, "GM0867", 1, Now);

    private static string Write(RegistrationSheet sheet, Registration? mine) => RegistrationCalendar.Write(Specimen, sheet, mine, new("anna"), Now);

    private static CalendarEvent Entry(string text) => Calendar.Load(text)!.Events.Single();

    private static System.Text.Json.Nodes.JsonObject Kickoff() => new() { ["gathering"] = TestBot.KickOff.ToString() };

    private static Task Comes(TestPerson person) => person.Clicks("registration.come", Kickoff());

    private async Task Revise(Func<Gathering, Gathering> change)
    {
        Assert.IsType<RevisionOutcome.Revised>(await bot.Get<ReviseGathering>().To(TestBot.KickOff, change, Cancellation));
    }

    private Task<string> Link(TestPerson person) => bot.Get<Links>().Calendar(TestBot.KickOff, person.Id, Cancellation);

    private async Task<CalendarEvent> Read(TestPerson person)
    {
        using var response = await Get(await Link(person));
        return Entry(await response.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<HttpResponseMessage> Get(string link)
    {
        using var client = bot.CreateClient();
        return await client.GetAsync(new Uri(link, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } absolute ? absolute.PathAndQuery : link, Cancellation);
    }
}
