using System.Text.Json.Nodes;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Tests.Storage;

namespace LeerkringBot.Tests.Gatherings;

/// <summary>Making a gathering by pressing what the cards carry.</summary>
public sealed class AuthoringFlowTests : IDisposable
{
    private static readonly (string, string)[] What =
        [("title", "Opstartsessie"), ("kind", "opstartsessie"), ("why", "Omdat het kan."), ("date", "2027-03-04"), ("start", "10:00"), ("end", "16:00")];

    private static readonly (string, string)[] Where = [("place", "De Vergadering"), ("address", "Stationsplein 12, Utrecht")];

    private readonly TestBot bot = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task Only_organisers_make_gatherings()
    {
        var person = bot.Person(1);

        Assert.Contains("alleen de organisatoren", await person.Says("nieuwe bijeenkomst"));
        Assert.Contains("alleen de organisatoren", await person.Says("bijeenkomst wijzigen"));
        Assert.Contains("alleen de organisatoren", await person.Clicks("gathering.begin", new JsonObject { ["draft"] = "abcdefgh" }));
        Assert.Contains("alleen de organisatoren", await person.Clicks("gathering.cancel.sure", new JsonObject { ["gathering"] = "kick-off.kick-off", ["reason"] = "Zomaar." }));
        Assert.Null((await bot.Get<IGatherings>().Find(TestBot.KickOff, Cancellation))!.Cancellation);
    }

    [Fact]
    public async Task A_gathering_is_made_in_six_steps_and_shown_before_it_is_saved()
    {
        var olga = bot.Organiser();
        Assert.Contains("Stap 1 van 6: Wat en wanneer", await olga.Says("nieuwe bijeenkomst"));
        Assert.Contains("Stap 2 van 6: Waar", await olga.Presses("Verder", What));
        Assert.Contains("Stap 3 van 6: Programma", await olga.Presses("Verder", Where));
        Assert.Contains("Stap 4 van 6: Plaatsen en aanmelden", await olga.Presses("Verder", ("programme", "10.00-12.30 Welkom | Zaal 1\n10.00-12.30 Ook welkom | Zaal 2")));
        Assert.Contains("2027-02-25", olga.Seen);
        Assert.Contains("olga@m50.example", olga.Seen);
        Assert.Contains("Stap 5 van 6: Vragen", await olga.Presses("Verder", ("capacity", "40"), ("approval", "true"), ("wishes", "true"), ("roles", "Mayor,Clerk"), ("hosts", "VNG\nBZK")));
        Assert.Contains("Een vraag", await olga.Presses("Vraag toevoegen"));
        Assert.Contains("Heeft u een plan?", await olga.Presses("Bewaar deze vraag", ("text", "Heeft u een plan?"), ("kind", "YesNo"), ("required", "true")));
        await olga.Presses("Vraag toevoegen");
        var condition = Conditions(olga).Single(choice => choice.EndsWith("=yes", StringComparison.Ordinal));
        Assert.Contains("alleen bij dit antwoord op ‘Heeft u een plan?’: ja", await olga.Presses("Bewaar deze vraag", ("text", "Welk plan?"), ("kind", "Text"), ("when", condition)));
        Assert.Contains("Stap 6 van 6: Rondes en sessies", await olga.Presses("Verder"));
        var review = await olga.Presses("Controleren en opslaan", ("rounds", "10.00-12.30\nKernen | 20\nSpelregels | 20"));
        Assert.Contains("Er is nog niets opgeslagen.", review);
        Assert.Contains("Uitnodiging: opstartsessie", review);
        Assert.Contains("De Vergadering, Stationsplein 12, Utrecht", review);
        Assert.Equal(2, (await Coming()).Count);

        Assert.Contains("De bijeenkomst is opgeslagen.", await olga.Presses("Opslaan"));

        var made = (await Coming())[^1];
        Assert.StartsWith("opstartsessie-", made.Id.Item);
        Assert.Equal(("Opstartsessie", 40, true, true), (made.Title, made.Capacity!.Value, made.NeedsApproval, made.AsksWishes));
        Assert.Equal(new DateOnly(2027, 2, 26), made.RegisterBefore);
        Assert.Equal([Role.Clerk, Role.Mayor], made.Roles);
        Assert.Equal(["VNG", "BZK"], made.Hosts);
        Assert.Equal(["Zaal 1", "Zaal 2"], made.Programme.Select(item => item.Room!));
        Assert.Equal(new(made.Questions[0].Id, "yes"), made.Questions[1].Condition);
        Assert.Equal(["kernen", "spelregels"], made.Tracks.Select(track => track.Id));
        Assert.Empty(await Drafts(olga));
    }

    [Fact]
    public async Task A_saved_gathering_can_be_sent_at_once()
    {
        var olga = await Saved();

        Assert.Contains("Uitnodiging versturen", await olga.Presses("Uitnodiging versturen"));
        Assert.Contains("Opstartsessie (donderdag 4 maart", olga.Seen);
    }

    [Fact]
    public async Task Two_clicks_on_save_make_one_gathering()
    {
        var olga = await Ready();
        var (verb, data) = olga.Button("Opslaan");

        await Task.WhenAll(olga.Clicks(verb, data), olga.Clicks(verb, data));
        Assert.Contains("De bijeenkomst is opgeslagen.", await olga.Clicks(verb, data));

        Assert.Equal(3, (await Coming()).Count);
    }

    [Fact]
    public async Task A_mistake_stands_at_its_field_and_what_was_typed_stays()
    {
        var olga = bot.Organiser();
        await olga.Says("nieuwe bijeenkomst");

        var seen = await olga.Presses("Verder", ("title", "Opstart"), ("why", ""), ("start", "16:00"), ("end", "10:00"), ("date", "2027-01-04"));

        Assert.Contains("Stap 1 van 6", seen);
        Assert.Equal("Opstart", Value(olga, "title"));
        Assert.Equal("Dit mag niet leeg zijn.", Under(olga, "kind"));
        Assert.Equal("Deze dag is al geweest.", Under(olga, "date"));
        Assert.Equal("Het einde moet na het begin zijn.", Under(olga, "end"));
        Assert.Equal("Dit mag niet leeg zijn.", Under(olga, "why"));
        Assert.Null(Under(olga, "title"));
    }

    [Theory]
    [InlineData("13.30-13.00 Welkom", "Onderdeel 1: het einde moet na het begin zijn.")]
    [InlineData("13.30-14.30 Welkom\n14.00-15.00 Spel", "Onderdeel 2: dit is tegelijk met onderdeel 1. Zet er een andere zaal achter of verander de tijden.")]
    [InlineData("13.30 Welkom", "Regel 1 begint niet met twee tijden, zoals 13.30-13.45.")]
    public async Task A_mistake_in_the_programme_is_told_with_its_item(string programme, string message)
    {
        var olga = await AtProgramme();

        await olga.Presses("Verder", ("programme", programme));

        Assert.Equal(message, Under(olga, "programme"));
        Assert.Equal(programme, Value(olga, "programme"));
    }

    [Fact]
    public async Task A_deadline_on_the_day_itself_is_refused_with_its_reason()
    {
        var olga = await AtProgramme();
        await olga.Presses("Verder");

        await olga.Presses("Verder", ("lastDay", "2027-03-04"), ("contact", "olga"), ("capacity", "0"));

        Assert.Equal("Dit moet vóór de dag van de bijeenkomst zijn.", Under(olga, "lastDay"));
        Assert.Equal("Dit is geen e-mailadres.", Under(olga, "contact"));
        Assert.Equal("Dit is te weinig. Het moeten er 1 of meer zijn.", Under(olga, "capacity"));
        Assert.Equal("olga", Value(olga, "contact"));
    }

    [Fact]
    public async Task Rounds_at_the_same_time_and_a_track_twice_are_refused()
    {
        var olga = await AtProgramme();
        await olga.Presses("Verder");
        await olga.Presses("Verder");
        await olga.Presses("Verder");

        await olga.Presses("Controleren en opslaan", ("rounds", "10.00-12.00\nKernen\n11.00-13.00\nkernen | 0"));

        Assert.Equal("Ronde 2: deze is tegelijk met ronde 1.", Under(olga, "rounds"));
        Assert.Contains("Ronde 2, sessie 1: dit staat er twee keer.", olga.Seen);
        Assert.Contains("Ronde 2, sessie 1: dit is te weinig. Het moeten er 1 of meer zijn.", olga.Seen);
    }

    [Fact]
    public async Task A_choice_needs_two_answers_and_a_question_can_move_and_go()
    {
        var olga = await AtQuestions();
        await olga.Presses("Vraag toevoegen");
        await olga.Presses("Bewaar deze vraag", ("text", "Welke?"), ("kind", "Choice"), ("choices", "klein"));
        Assert.Equal("Dit is te weinig. Het moeten er 2 of meer zijn.", Under(olga, "choices"));
        await olga.Presses("Bewaar deze vraag", ("choices", "klein\ngroot"));
        await olga.Presses("Vraag toevoegen");
        await olga.Presses("Bewaar deze vraag", ("text", "Hoe groot?"), ("kind", "Number"), ("when", Conditions(olga).Last()));

        Assert.Contains("De vraag waar dit van afhangt, komt niet meer vóór deze vraag.", await olga.Presses("Omhoog"));
        Assert.Contains("Stap 5 van 6", await olga.Presses("Verder"));
        Assert.DoesNotContain("waar dit van afhangt", await olga.Presses("Omhoog"));
        Assert.DoesNotContain("Welke?", await olga.Presses("Verwijder deze vraag"));
        Assert.Contains("De vraag waar dit van afhangt", olga.Seen);
        await olga.Presses("Wijzig deze vraag");
        await olga.Presses("Bewaar deze vraag");
        Assert.Contains("Stap 6 van 6", await olga.Presses("Verder"));
    }

    [Fact]
    public async Task Going_back_keeps_what_was_typed()
    {
        var olga = await AtProgramme();

        await olga.Presses("Terug", ("programme", "13.30 nog niet af"));
        await olga.Presses("Verder", Where);

        Assert.Equal("13.30 nog niet af", Value(olga, "programme"));
    }

    [Fact]
    public async Task An_unfinished_draft_is_offered_and_goes_on_where_something_is_missing()
    {
        var olga = await AtProgramme();
        await olga.Presses("Verder", ("programme", "13.30-14.00 Welkom"));

        Assert.Contains("U hebt nog iets dat niet af is.", await olga.Says("nieuwe bijeenkomst"));
        Assert.Contains("Stap 4 van 6", await olga.Presses("Verder hiermee"));
        await olga.Says("nieuwe bijeenkomst");
        Assert.Contains("Stap 1 van 6", await olga.Presses("Begin een nieuwe"));
        Assert.Equal("", Value(olga, "title"));
        await olga.Says("nieuwe bijeenkomst");
        Assert.Contains("Weggegooid.", await olga.Presses("Weggooien"));
        Assert.Contains("Stap 1 van 6", await olga.Says("nieuwe bijeenkomst"));
    }

    [Fact]
    public async Task A_draft_survives_another_start_of_the_bot()
    {
        var olga = await AtProgramme();
        var draft = Assert.Single(await Drafts(olga));

        var after = await new Infrastructure.Gatherings.DraftStore(bot.Tables).Find(olga.Id, draft.Id, Cancellation);

        Assert.True(after!.Text.SaysTheSame(draft.Text));
        Assert.Equal("De Vergadering", after.Text.PlaceName);
    }

    [Fact]
    public async Task A_step_that_fails_is_done_again_with_all_that_was_typed()
    {
        var olga = bot.Organiser();
        await olga.Says("nieuwe bijeenkomst");
        bot.Tables[TableNames.Drafts].FailBefore = FaultyTable.OnTime(1);

        Assert.Contains("Er ging iets mis bij ons.", await olga.Presses("Verder", What));
        Assert.Contains("Stap 2 van 6", await olga.Presses("Opnieuw proberen"));

        await olga.Presses("Terug");
        Assert.Equal("Omdat het kan.", Value(olga, "why"));
    }

    [Theory]
    [InlineData(TableNames.Drafts, 1)]
    [InlineData(TableNames.Index, 1)]
    [InlineData(TableNames.Gatherings, 1)]
    [InlineData(TableNames.Drafts, 2)]
    public async Task Saving_that_fails_anywhere_and_is_tried_again_makes_one_gathering(string table, int write)
    {
        var olga = await Ready();
        bot.Tables[table].FailAfter = FaultyTable.OnTime(write);

        Assert.Contains("Er ging iets mis bij ons.", await olga.Presses("Opslaan"));
        Assert.Contains("De bijeenkomst is opgeslagen.", await olga.Presses("Opnieuw proberen"));

        Assert.Single(await Coming(), one => one.Title == "Opstartsessie");
        Assert.Empty(await Drafts(olga));
    }

    [Fact]
    public async Task A_draft_is_its_owners_alone()
    {
        var olga = await AtProgramme();
        var data = olga.Button("Verder").Data;
        var otto = await bot.SecondOrganiser();

        Assert.Contains("Dit concept is er niet meer", await otto.Clicks("gathering.step", data));
        Assert.DoesNotContain("Opstartsessie", await otto.Says("nieuwe bijeenkomst"));
        Assert.Equal("", (await Drafts(olga))[0].Text.Programme);
    }

    [Fact]
    public async Task A_forged_step_is_outdated()
    {
        var olga = await AtProgramme();
        var data = olga.Button("Verder").Data;
        data["to"] = "99";

        Assert.Contains("Deze knop werkt niet meer.", await olga.Clicks("gathering.step", data));
    }

    private static IEnumerable<string> Conditions(TestPerson person) =>
        Input(person, "when")!["choices"]!.AsArray().Select(choice => choice!["value"]!.GetValue<string>());

    private static JsonObject? Input(TestPerson person, string id) => Body(person).FirstOrDefault(element => element["id"]?.GetValue<string>() == id);

    private static string? Value(TestPerson person, string id) => Input(person, id)?["value"]?.ToString();

    /// <summary>The message right under an input.</summary>
    private static string? Under(TestPerson person, string id)
    {
        var next = Body(person).SkipWhile(element => element["id"]?.GetValue<string>() != id).Skip(1).FirstOrDefault();
        return next?["color"]?.GetValue<string>() == "attention" ? next["text"]!.GetValue<string>() : null;
    }

    private static List<JsonObject> Body(TestPerson person) => [.. person.Card!["body"]!.AsArray().Select(element => element!.AsObject())];

    private async Task<TestPerson> AtProgramme()
    {
        var olga = bot.Organiser();
        await olga.Says("nieuwe bijeenkomst");
        await olga.Presses("Verder", What);
        await olga.Presses("Verder", Where);
        return olga;
    }

    private async Task<TestPerson> AtQuestions()
    {
        var olga = await AtProgramme();
        await olga.Presses("Verder");
        await olga.Presses("Verder");
        return olga;
    }

    private async Task<TestPerson> Ready()
    {
        var olga = await AtQuestions();
        await olga.Presses("Verder");
        await olga.Presses("Controleren en opslaan");
        return olga;
    }

    private async Task<TestPerson> Saved()
    {
        var olga = await Ready();
        await olga.Presses("Opslaan");
        return olga;
    }

    private Task<IReadOnlyList<Gathering>> Coming() => bot.Get<IGatherings>().Coming(Cancellation);

    private Task<IReadOnlyList<GatheringDraft>> Drafts(TestPerson person) => bot.Get<IDraftStore>().Of(person.Id, Cancellation);
}
