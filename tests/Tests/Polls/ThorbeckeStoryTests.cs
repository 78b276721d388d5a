using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LeerkringBot.Bot.Files;
using LeerkringBot.Bot.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Infrastructure.Networks;
using LeerkringBot.Tests.Workbooks;
using Microsoft.Extensions.DependencyInjection;

namespace LeerkringBot.Tests.Polls;

/// <summary>The report of the kick-off: twelve municipalities are polled whether they join a Thorbecke experiment.</summary>
public sealed class ThorbeckeStoryTests : IDisposable
{
    private static readonly (string Code, string Name)[] Twelve =
    [
        ("GM1948", "Meierijstad"), ("GM0262", "Lochem"), ("GM0109", "Coevorden"), ("GM0826", "Oosterhout"), ("GM0203", "Barneveld"), ("GM0603", "Rijswijk"),
        ("GM1895", "Oldambt"), ("GM0777", "Etten-Leur"), ("GM0310", "De Bilt"), ("GM0531", "Papendrecht"), ("GM0867", "Waalwijk"), ("GM0355", "Zeist"),
    ];

    private readonly TestBot bot = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IPollStore Polls => bot.Get<IPollStore>();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task Twelve_are_polled_some_answer_twice_two_stay_silent_one_corrects_another_and_the_list_of_joiners_is_right()
    {
        var olga = bot.Organiser();
        await TwelveMunicipalities();
        var first = await People(1);

        // Seven join, two think about it; Oldambt and Papendrecht stay silent, and Etten-Leur calls.
        foreach (var name in new[] { "Meierijstad", "Lochem", "Coevorden", "Oosterhout", "Barneveld", "Waalwijk", "Zeist" }) await Answers(first[name], "Doet mee");
        foreach (var name in new[] { "Rijswijk", "De Bilt" }) await Answers(first[name], "Denkt erover na");
        // Two answer again: one the same, one otherwise.
        await first["Lochem"].Clicks("poll.answer", new JsonObject { ["poll"] = "thorbecke", ["option"] = "doet-mee" });
        await Answers(first["Zeist"], "Doet niet mee");
        // A colleague corrects another, and adds what they know.
        bot.Clock.Advance(TimeSpan.FromDays(1));
        var colleague = await Person(101, "De Bilt");
        await Show(colleague);
        Assert.Contains("Uw collega De Bilt 9 heeft op dinsdag 5 januari geantwoord: Denkt erover na", await colleague.Presses("Doet mee"));
        await colleague.Presses("Ja, verander in: Doet mee");
        await TestBot.Until(() => bot.Messenger.To(first["De Bilt"]).Count == 1);
        await colleague.Presses("Meer vertellen");
        await colleague.Presses("Bewaren", ("experimentKind", "TaskDifferentiation"), ("description", "Taken ruilen met de buren"), ("contact", "=griffie"), ("support", "NotDiscussed"));
        // The organiser enters what came by phone.
        await olga.Clicks("overview.poll", new JsonObject { ["poll"] = "thorbecke" });
        await olga.Presses("Antwoord invullen");
        Assert.Contains("Vul in hoe het antwoord binnenkwam", await olga.Presses("Antwoord invullen", ("municipality", "GM0777"), ("choice", "doet-mee"), ("source", " ")));
        Assert.Contains("Ingevuld voor de gemeente Etten-Leur: Doet mee.", await olga.Presses("Antwoord invullen", ("municipality", "GM0777"), ("choice", "doet-mee"), ("source", "telefonisch, griffie")));

        Assert.Contains("Doet mee (8)\nBarneveld, Coevorden, De Bilt, Etten-Leur, Lochem, Meierijstad, Oosterhout, Waalwijk", olga.Seen);
        Assert.Contains("Doet niet mee (1)\nZeist", olga.Seen);
        Assert.Contains("Oldambt, Papendrecht", olga.Seen);
        Assert.Contains("Geantwoord: 10 van de 12 gemeenten", await Show(colleague));
        var seen = await Press(olga, "Wie doet mee?");
        Assert.Contains("Doet mee: 8 gemeenten", seen);
        Assert.Contains("De Bilt\nSoort experiment\ntaakdifferentiatie\nKorte omschrijving\nTaken ruilen met de buren\nContactpersoon", seen);
        Assert.Contains("Etten-Leur\nBinnengekomen via\ntelefonisch, griffie", seen);
        Assert.Contains("Denkt erover na (1)\nRijswijk", seen);
        Assert.Contains("peiling-thorbecke.xlsx", await olga.Presses("Excel-bestand"));

        var sheets = await Export(olga);
        Assert.Equal(["Gemeente", "CBS-code", "Soort experiment", "Korte omschrijving", "Contactpersoon", "Bestuurlijk akkoord", "Toelichting"], sheets["Doet mee"][0]);
        Assert.Equal(["Barneveld", "Coevorden", "De Bilt", "Etten-Leur", "Lochem", "Meierijstad", "Oosterhout", "Waalwijk"], sheets["Doet mee"].Skip(1).Select(row => row[0]));
        Assert.Equal(["De Bilt", "GM0310", "taakdifferentiatie", "Taken ruilen met de buren", "'=griffie", "nog niet besproken", ""], sheets["Doet mee"].Single(row => row[0] == "De Bilt"));
        Assert.Equal(["Oldambt", "Papendrecht"], sheets["Nog niet geantwoord"].Skip(1).Select(row => row[0]));
        Assert.Equal(10, sheets["Antwoorden"].Count - 1);
        Assert.Equal(
            [("Denkt erover na", "De Bilt 9"), ("Doet mee", "De Bilt 101"), ("Doet mee", "De Bilt 101")],
            sheets["Geschiedenis"].Where(row => row[0] == "De Bilt").Select(row => (row[2], row[8])));
        Assert.Equal(1, sheets["Geschiedenis"].Count(row => row[0] == "Lochem"));
        Assert.Equal("telefonisch, griffie", sheets["Geschiedenis"].Single(row => row[0] == "Etten-Leur")[10]);
        Assert.Null(await Kind().Make((await bot.Get<IMembers>().Find(colleague.Id, Stop))!, "thorbecke", Stop));
    }

    [Fact]
    public async Task An_organiser_who_enters_over_an_answer_must_confirm_and_who_gave_it_is_told()
    {
        var (olga, person) = (bot.Organiser(), await bot.Confirmed(1));
        await Answers(person, "Doet mee");
        await olga.Clicks("poll.behalf", new JsonObject { ["poll"] = "thorbecke" });

        Assert.Contains("Er staat al een antwoord van de gemeente Waalwijk (Persoon 1, dinsdag 5 januari): Doet mee.", await olga.Presses("Antwoord invullen", ("municipality", "GM0867"), ("choice", "doet-niet-mee"), ("source", "mail van 5 januari")));
        Assert.Equal(PollChoice.Of("doet-mee"), (await Polls.Answers(TestBot.Thorbecke, Stop)).Single().Choice);
        await olga.Presses("Ja, wijzig het antwoord");

        var answer = (await Polls.Answers(TestBot.Thorbecke, Stop)).Single();
        Assert.Equal((PollChoice.Of("doet-niet-mee"), olga.Id, "mail van 5 januari", 2), (answer.Choice, answer.By, answer.Source, answer.Version));
        await TestBot.Until(() => bot.Messenger.To(person).Count == 1);
        person.Looks(bot.Messenger.To(person).Single());
        Assert.Contains("De organisatie heeft het antwoord van de gemeente Waalwijk gewijzigd (mail van 5 januari). Het is nu: Doet niet mee.", person.Seen);
        Assert.Contains("De organisatie heeft op dinsdag 5 januari het antwoord van uw gemeente ingevuld (mail van 5 januari): Doet niet mee.", await person.Presses("Doet mee"));
    }

    [Fact]
    public async Task An_organiser_enters_what_was_told_by_phone_with_it_and_leaves_what_the_municipality_told_itself()
    {
        var (olga, person) = (bot.Organiser(), await bot.Confirmed(1));
        await Answers(person, "Doet mee");
        await person.Presses("Meer vertellen");
        await person.Presses("Bewaren", ("description", "Taken ruilen"), ("contact", "griffie"));
        await olga.Clicks("poll.behalf", new JsonObject { ["poll"] = "thorbecke" });
        Assert.Contains("Soort experiment", olga.Seen);
        (string, string)[] typed = [("municipality", "GM0867"), ("choice", "doet-mee"), ("source", "telefonisch, griffie"), ("experimentKind", "Governance"), ("contact", new string('x', 201)), ("support", "Council")];

        var seen = await olga.Presses("Antwoord invullen", typed);
        Assert.Contains("Er klopt iets nog niet", seen);
        Assert.Contains("telefonisch, griffie", seen);
        await olga.Presses("Antwoord invullen", ("contact", "de gemeentesecretaris"));
        await olga.Presses("Ja, wijzig het antwoord");

        var answer = (await Polls.Answers(TestBot.Thorbecke, Stop)).Single();
        Assert.Equal((olga.Id, "telefonisch, griffie", 3), (answer.By, answer.Source, answer.Version));
        Assert.Equal(
            ["de gemeentesecretaris", "Council", "Governance", "Taken ruilen"],
            new[] { PollDetail.Contact, PollDetail.Support, PollDetail.ExperimentKind, PollDetail.Description }.Select(detail => answer.Details![detail]));
        Assert.Contains("Binnengekomen via\ntelefonisch, griffie", await olga.Clicks("poll.joiners", new JsonObject { ["poll"] = "thorbecke" }));
        // The same once more is nothing new.
        await olga.Clicks("poll.enter", new JsonObject { ["poll"] = "thorbecke", ["municipality"] = "GM0867", ["choice"] = "doet-mee", ["source"] = "nog eens", ["support"] = "Council" });
        Assert.Equal(3, (await Polls.History(TestBot.Thorbecke, Voter.Of(MunicipalityCode.Parse("GM0867")), Stop)).Count);
    }

    [Theory]
    [InlineData(PollForm.SeveralChoices, "A, B")]
    [InlineData(PollForm.YesMaybeNo, "A: ja; B: misschien")]
    [InlineData(PollForm.YesIfNeedBeNo, "A: ja; B: als het moet")]
    public async Task An_organiser_enters_an_answer_of_every_form(PollForm form, string entered)
    {
        await Polls.Add(new() { Id = new("vrij"), Question = "Wat?", Explanation = "", Options = [new("a", "A"), new("b", "B")], Form = form, ClosesAt = bot.Clock.GetUtcNow().AddDays(3) }, Stop);
        var olga = bot.Organiser();
        await olga.Clicks("poll.behalf", new JsonObject { ["poll"] = "vrij" });

        (string, string)[] answer = form == PollForm.SeveralChoices ? [("choice", "a,b")] : [("vote-a", "Yes"), ("vote-b", "Maybe")];
        Assert.Contains($"Ingevuld voor de gemeente Zeist: {entered}.", await olga.Presses("Antwoord invullen", [("municipality", "GM0355"), ("source", "mail"), .. answer]));
        Assert.Equal("mail", (await Polls.Answers(new("vrij"), Stop)).Single().Source);
    }

    [Fact]
    public async Task An_organiser_hears_that_the_municipality_changed_what_they_entered_and_nobody_is_promised_what_will_not_come()
    {
        var (olga, person) = (bot.Organiser(), await bot.Confirmed(1));
        await olga.Clicks("poll.enter", new JsonObject { ["poll"] = "thorbecke", ["municipality"] = "GM0867", ["choice"] = "doet-mee", ["source"] = "telefonisch" });
        await Answers(person, "Doet niet mee");

        Assert.Contains("Olga Organisator krijgt bericht van deze wijziging", await person.Presses("Ja, verander in"));

        await TestBot.Until(() => bot.Messenger.To(olga).Count == 1);
        olga.Looks(bot.Messenger.To(olga).Single());
        Assert.Contains("Persoon 1 heeft het antwoord van de gemeente Waalwijk, dat u had ingevuld, gewijzigd of aangevuld. Het is nu: Doet niet mee.", olga.Seen);
        // Who left for another municipality may not know the names any more, and is not said to hear.
        var colleague = await bot.Confirmed(2);
        await person.Says("mijn gemeente");
        await person.Presses("Ik werk niet voor een gemeente", ("name", "VNG"));
        await Answers(colleague, "Doet mee");
        Assert.DoesNotContain("krijgt bericht", await colleague.Presses("Ja, verander in"));
    }

    [Fact]
    public async Task An_organiser_enters_an_answer_of_a_person_found_by_name_who_sees_it_and_changes_it_with_one_click()
    {
        // So late that no reminder is due meanwhile.
        await Polls.Add(new() { Id = new("vrij"), Question = "Wat?", Explanation = "", Options = [new("a", "A"), new("b", "B")], Per = VoterKind.Person, ClosesAt = bot.Clock.GetUtcNow().AddDays(20) }, Stop);
        var (olga, person, other) = (bot.Organiser(), await bot.Confirmed(1), await bot.Confirmed(2));
        await olga.Clicks("overview.poll", new JsonObject { ["poll"] = "vrij" });
        await olga.Presses("Antwoord invullen");
        Assert.Contains("Ik vind deze persoon niet", await olga.Presses("Antwoord invullen", ("person", "niemand"), ("choice", "a"), ("source", "mail")));
        Assert.Contains("Kies wie u bedoelt", await olga.Presses("Antwoord invullen", ("person", "persoon")));
        Assert.Contains("persoon1@waalwijk.example", await olga.Presses("Antwoord invullen", ("person", person.Id.ToString()), ("source", " ")));
        Assert.Contains("Ingevuld voor Persoon 1: A.", await olga.Presses("Antwoord invullen", ("source", "mail")));
        Assert.Contains("A (1)\nPersoon 1", olga.Seen);
        Assert.Equal((Voter.Of(person.Id), olga.Id, "mail"), (await Polls.Answers(new("vrij"), Stop)).Select(answer => (answer.Voter, answer.By, answer.Source)).Single());
        Assert.Contains(await Polls.GivenBy(person.Id, Stop), given => given.Answer?.Source == "mail");

        // It is their own: no question, and the organiser hears of it.
        await person.Clicks("poll.show", new JsonObject { ["poll"] = "vrij" });
        Assert.Contains("Uw antwoord: B.", await person.Presses("B"));
        await TestBot.Until(() => bot.Messenger.To(olga).Count == 1);
        olga.Looks(bot.Messenger.To(olga).Single());
        Assert.Contains("Persoon 1 heeft het antwoord dat u had ingevuld, gewijzigd of aangevuld. Het is nu: B.", olga.Seen);

        // Over their own answer only when the organiser confirms, and then they hear of it.
        var enter = new JsonObject { ["poll"] = "vrij", ["person"] = "persoon1@waalwijk.example", ["choice"] = "a", ["source"] = "telefonisch" };
        Assert.Contains("Er staat al een antwoord van Persoon 1", await olga.Clicks("poll.enter", enter));
        await olga.Presses("Ja, wijzig het antwoord");
        await TestBot.Until(() => bot.Messenger.To(person).Count == 1);
        person.Looks(bot.Messenger.To(person).Single());
        Assert.Contains("De organisatie heeft uw antwoord gewijzigd (telefonisch). Het is nu: A.", person.Seen);
        Assert.Empty(bot.Messenger.To(other));
    }

    [Fact]
    public async Task A_poll_of_persons_takes_no_municipality_and_a_poll_of_municipalities_no_person()
    {
        await Polls.Add(new() { Id = new("vrij"), Question = "Wat?", Explanation = "", Options = [new("a", "A"), new("b", "B")], Per = VoterKind.Person, ClosesAt = bot.Clock.GetUtcNow().AddDays(3) }, Stop);
        var (person, municipality) = (Voter.Of((await bot.Confirmed(1)).Id), Voter.Of(MunicipalityCode.Parse("GM0867")));

        Assert.IsType<AnswerOutcome.UnknownPoll>(await Enter("vrij", municipality, "a"));
        Assert.IsType<AnswerOutcome.UnknownPoll>(await Enter("thorbecke", person, "doet-mee"));
        Assert.IsType<AnswerOutcome.Stands>(await Enter("vrij", person, "a"));

        Task<AnswerOutcome> Enter(string poll, Voter voter, string choice) => bot.Get<AnswerPoll>().OnBehalf(bot.Organiser().Id, new(poll), voter, "mail", new(PollChoice.Of(choice)), Stop);
    }

    [Fact]
    public async Task Nothing_is_entered_for_an_unknown_municipality_a_closed_or_an_anonymous_poll()
    {
        var olga = bot.Organiser();
        await Polls.Add(new() { Id = new("geheim"), Question = "Wat?", Explanation = "", Options = [new("a", "A"), new("b", "B")], IsAnonymous = true, Results = ResultsFor.AfterClosing, ClosesAt = bot.Clock.GetUtcNow().AddDays(3) }, Stop);
        Assert.Contains("bestaat niet meer", await Enter("geheim", "GM0867", "a"));
        Assert.Contains("Kies de gemeente", await Enter("thorbecke", "GM9999", "doet-mee"));
        Assert.Contains("Kies eerst een antwoord", await Enter("thorbecke", "GM0867", "doet-iets"));
        bot.Clock.Advance(TimeSpan.FromDays(40));
        Assert.Contains("De peiling is gesloten", await Enter("thorbecke", "GM0867", "doet-mee"));
        Assert.Empty(await Polls.Answers(TestBot.Thorbecke, Stop));

        Task<string> Enter(string poll, string municipality, string choice) =>
            olga.Clicks("poll.enter", new JsonObject { ["poll"] = poll, ["municipality"] = municipality, ["choice"] = choice, ["source"] = "mail" });
    }

    private static Task<string> Press(TestPerson person, string title) => person.Presses(title);

    private static async Task Answers(TestPerson person, string title)
    {
        await Show(person);
        await person.Presses(title);
    }

    private static Task<string> Show(TestPerson person) => person.Clicks("poll.show", new JsonObject { ["poll"] = "thorbecke" });

    private async Task<Dictionary<string, TestPerson>> People(int from)
    {
        var people = new Dictionary<string, TestPerson>();
        for (var i = 0; i < Twelve.Length; i++) people[Twelve[i].Name] = await Person(from + i, Twelve[i].Name);
        return people;
    }

    private async Task<TestPerson> Person(int number, string municipality)
    {
        var person = new TestPerson(bot, number, $"{municipality} {number}", $"p{number}@{Domain(municipality)}", Language.Dutch);
        await person.Says("mijn gemeente");
        await person.Presses("Ja, ");
        return person;
    }

    private async Task TwelveMunicipalities()
    {
        await bot.Get<NetworkStore>().Save(
            new("M50", "secretariaat@m50.example", Twelve.ToImmutableSortedDictionary(one => one.Code, one => new Municipality(MunicipalityCode.Parse(one.Code), one.Name, [Domain(one.Name)]))),
            Stop);
        bot.Clock.Advance(TimeSpan.FromMinutes(2));
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>>> Export(TestPerson organiser)
    {
        var member = (await bot.Get<IMembers>().Find(organiser.Id, Stop))!;
        var file = await Kind().Make(member, "thorbecke", Stop);
        return Xlsx.Read(file!.Content);
    }

    private IFileKind Kind() => bot.Services.GetServices<IFileKind>().Single(kind => kind.Kind == PollExport.Name);

    private static string Domain(string municipality) => $"{municipality.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()}.example";
}
