using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using LeerkringBot.Bot.Files;
using LeerkringBot.Bot.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Domain.Members;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Tests.Workbooks;

namespace LeerkringBot.Tests.Registrations;

public sealed class RegistrationExportTests : IDisposable
{
    private readonly TestBot bot = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task The_workbook_says_of_everybody_who_answered_what_an_organiser_needs()
    {
        await Populate();
        var rows = (await Export(Language.Dutch))["Deelnemers"];

        Assert.Equal(
            ["Naam", "E-mail", "Gemeente of organisatie", "Rol", "Status", "Ronde 1: 13.30 – 14.30", "Heeft uw gemeente een plan?", "Hoeveel kernen?", "Aangemeld door", "Aanwezig", "Laatst gewijzigd"],
            rows[0]);
        Assert.Equal(["Persoon 4", "persoon4@debilt.example", "De Bilt", "", "wachtlijst 1", "Kernendemocratie (gewenst)", "", "", "", "nee"], rows[1].Take(10));
        Assert.Equal(["Gerda Gast", "gerda@elders.example", "Waalwijk", "", "komt", "Kernendemocratie (wachtlijst 1)", "", "", "Persoon 1", "nee"], rows[2].Take(10));
        Assert.Equal(["Persoon 1", "persoon1@waalwijk.example", "Waalwijk", "griffier", "komt", "Kernendemocratie", "ja", "12", "", "nee"], rows[3].Take(10));
        Assert.Equal(["Persoon 3", "persoon3@zeist.example", "Zeist", "", "komt niet", "", "", "", "", "nee"], rows[4].Take(10));
        Assert.Equal(5, rows.Count);
    }

    [Fact]
    public async Task The_numbers_stand_on_a_sheet_of_their_own_and_no_wish_is_told()
    {
        await Populate();
        var sheets = await Export(Language.Dutch);
        var counts = sheets["Aantallen"];

        Assert.Equal(["Wat", "Aantal", "Plaatsen", "Wachtlijst"], counts[0]);
        Assert.Equal(["Deelnemers in totaal", "2", "2", "1"], counts[1]);
        Assert.Contains(counts, row => row is ["Dieetwensen of toegankelijkheid", "1", ..]);
        Assert.Contains(counts, row => row is ["Waalwijk", "2", ..]);
        Assert.Contains(counts, row => row is ["Kernendemocratie", "1", "1", "1"]);
        Assert.DoesNotContain(sheets.Values.SelectMany(rows => rows).SelectMany(row => row), cell => cell.Contains("noten", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_comes_in_the_organisers_language()
    {
        await Populate();
        var sheets = await Export(Language.English);

        Assert.Equal("Municipality or organisation", sheets["Participants"][0][2]);
        Assert.Contains(sheets["Participants"], row => row is ["Persoon 1", _, _, "clerk", "coming", _, "yes", ..]);
    }

    [Fact]
    public async Task An_organiser_gets_it_by_a_button_as_a_link_that_gives_the_workbook()
    {
        await Populate();
        var olga = bot.Organiser();
        await olga.Clicks("registration.export", Kickoff());
        Assert.Contains("deelnemers-kick-off.xlsx", olga.Seen, StringComparison.Ordinal);

        using var client = bot.CreateClient();
        using var response = await client.GetAsync(new Uri(new Uri(olga.Links().Single()).AbsolutePath, UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(5, Xlsx.Read(await response.Content.ReadAsByteArrayAsync(Cancellation))["Deelnemers"].Count);
    }

    [Fact]
    public async Task Nobody_else_gets_it_by_whatever_way()
    {
        var anna = await bot.Confirmed(1);
        Assert.Contains("organisatoren", await anna.Clicks("registration.export", Kickoff()), StringComparison.Ordinal);
        Assert.Contains("Dit bestand is er niet, of het is niet voor u", await anna.Clicks("file.again", new JsonObject { ["kind"] = RegistrationExport.Name, ["subject"] = TestBot.KickOff.ToString() }));

        var ticket = await bot.Get<FileTickets>().Seal(new(RegistrationExport.Name, TestBot.KickOff.ToString(), anna.Id, bot.Clock.GetUtcNow().AddMinutes(5)), Cancellation);
        using var client = bot.CreateClient();
        using var response = await client.GetAsync(new Uri("/bestand/" + ticket, UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("niets.niets")]
    [InlineData("../kick-off")]
    [InlineData("")]
    public async Task A_gathering_that_is_not_there_gives_no_file(string gathering) =>
        Assert.Contains("Dit bestand is er niet", await bot.Organiser().Clicks("registration.export", new JsonObject { ["gathering"] = gathering }), StringComparison.Ordinal);

    private static JsonObject Kickoff() => new() { ["gathering"] = TestBot.KickOff.ToString() };

    // Two places: Persoon 1 has one and brings Gerda; Persoon 3 cancelled; Persoon 4 waits. The one track has one place.
    private async Task Populate()
    {
        await bot.Get<ReviseGathering>().To(TestBot.KickOff, gathering => gathering with
        {
            Capacity = 2,
            Rounds = [new("r1", new(13, 30), new(14, 30), [new("t1", "Kernendemocratie", 1)])],
            Questions =
            [
                new("plan", "Heeft uw gemeente een plan?", QuestionKind.YesNo, true, []),
                new("kernen", "Hoeveel kernen?", QuestionKind.Number, false, []),
            ],
        }, Cancellation);
        var first = await Registers(1, "waalwijk", new(["t1"], ImmutableDictionary<string, string>.Empty.Add("plan", Question.Yes).Add("kernen", "12"), "geen noten"));
        await bot.Get<ChooseRole>().Choose(first, Role.Clerk, Cancellation);
        await bot.Get<BringColleagues>().Bring(first, TestBot.KickOff, [], [new("Gerda Gast", "gerda@elders.example")], false, Cancellation);
        var third = await Registers(3, "zeist", new([], ImmutableDictionary<string, string>.Empty, null));
        await new AnswerInvitation(bot.Get<IRegistrationStore>(), bot.Clock).Decline(third, TestBot.KickOff, Cancellation);
        await Registers(4, "debilt", new(["t1"], ImmutableDictionary<string, string>.Empty, null));
    }

    private async Task<Person> Registers(int number, string municipality, RegistrationForm form)
    {
        var person = await bot.Confirmed(number, municipality);
        var who = new Person(person.Id, Language.Dutch, Task.FromResult((await bot.Get<IMembers>().Find(person.Id, Cancellation))!));
        Assert.IsType<RegistrationOutcome.Stands>(await bot.Get<AnswerInvitation>().Register(who, TestBot.KickOff, form, Cancellation));
        return who;
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>>> Export(Language language)
    {
        var olga = bot.Organiser();
        await olga.Says("hallo");
        var member = (await bot.Get<IMembers>().Find(olga.Id, Cancellation))! with { Language = language };
        var export = new RegistrationExport(bot.Get<IGatherings>(), bot.Get<IRegistrationStore>(), bot.Get<IMembers>(), bot.Get<INetwork>(), bot.Get<IOrganisers>());
        return Xlsx.Read((await export.Make(member, TestBot.KickOff.ToString(), Cancellation))!.Content);
    }
}
