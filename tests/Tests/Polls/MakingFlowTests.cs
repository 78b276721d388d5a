using System.Text.Json.Nodes;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Tests.Polls;

/// <summary>An organiser makes, changes, copies, closes and reopens polls by pressing the buttons that the cards carry.</summary>
public sealed class MakingFlowTests : IDisposable
{
    private readonly TestBot bot = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IPollStore Polls => bot.Get<IPollStore>();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_free_poll_is_made_step_by_step_seen_saved_once_and_sent_to_a_channel()
    {
        var olga = bot.Organiser();
        await Make(olga);

        Assert.Contains("Zo ziet de peiling eruit. Er is nog niets bewaard.", olga.Seen);
        Assert.Contains("Knoppen: Rood · Blauw", olga.Seen);
        Assert.Single(await Polls.Open(Stop));
        var (verb, data) = olga.Button("Opslaan en openen");
        Assert.Contains("De peiling is opgeslagen en staat open.", await olga.Presses("Opslaan en openen"));
        Assert.Contains("De peiling is opgeslagen.", await olga.Clicks(verb, data));

        var poll = (await Polls.Open(Stop)).Single(one => one.Template == PollTemplate.Free);
        Assert.Equal(("Welke kleur?", olga.Id, DutchTime.At(new(2027, 1, 20), new(17, 0)), ResultsFor.AfterAnswering), (poll.Question, poll.By, poll.ClosesAt, poll.Results));
        Assert.Equal([new("Bundel", "https://vng.example/bundel")], poll.Links);
        await olga.Presses("Versturen");
        await olga.Presses("Laat het voorbeeld zien", ("where", $"channel:{RecordingMessenger.Channel}"));
        await olga.Presses("Versturen");
        await TestBot.Until(() => bot.Messenger.Sent.Count(sent => sent.To is Recipient.OfChannel) == 1);
    }

    [Fact]
    public async Task Mistakes_stand_at_their_field_and_nothing_typed_is_lost()
    {
        var olga = bot.Organiser();
        await olga.Says("nieuwe peiling");
        await olga.Presses("Vrije peiling");
        Assert.Contains("Regel 1: begin het adres met https://", await olga.Presses("Verder", ("question", "Welke kleur?"), ("links", "Bundel www.vng.example")));
        Assert.Contains("Welke kleur?", olga.Card!.ToJsonString());
        await olga.Presses("Verder", ("question", "Welke kleur?"), ("links", ""));
        Assert.Contains("Het moeten er ten minste 2 zijn", await olga.Presses("Verder", ("options", "Rood")));
        await olga.Presses("Verder", ("options", "Rood\nBlauw"));
        Assert.Contains("Dit moment is al voorbij", await olga.Presses("Naar het voorbeeld", ("lastDay", "2026-12-01")));
        Assert.Contains("uitslag pas na het sluiten", await olga.Presses("Naar het voorbeeld", ("lastDay", "2027-01-20"), ("anonymous", "true"), ("results", "Everybody")));
        Assert.Contains("Er is nog niets bewaard", await olga.Presses("Naar het voorbeeld", ("lastDay", "2027-01-20"), ("anonymous", "true"), ("results", "AfterClosing")));

        await olga.Says("nieuwe peiling");
        Assert.Contains("Welke kleur?", olga.Seen);
        Assert.Contains("Knoppen: Rood · Blauw", await olga.Presses("Verder"));
    }

    [Fact]
    public async Task The_question_changes_until_the_first_answer_and_an_old_card_never_answers_another_question()
    {
        var olga = bot.Organiser();
        var person = await bot.Confirmed(1);
        var id = await Saved(olga);
        await Show(person, id);
        var (verb, old) = person.Button("Rood");

        await Change(olga, id);
        await olga.Presses("Naar het voorbeeld", ("question", "Welke kleur juist niet?"));
        await olga.Presses("Wijziging opslaan");
        Assert.Contains("Deze knop werkt niet meer", await person.Clicks(verb, old));
        Assert.Contains("Welke kleur juist niet?", person.Seen);
        Assert.Equal(0, (await Polls.Tally(id, Stop)).Answered);
        await person.Presses("Blauw");

        await Change(olga, id);
        Assert.DoesNotContain("\"id\":\"question\"", olga.Card!.ToJsonString());
        await olga.Clicks("poll.step", new JsonObject { ["draft"] = PollDraft.IdOf(id), ["step"] = "What", ["to"] = "Review", ["question"] = "Stiekem anders?", ["explanation"] = "Meer uitleg." });
        Assert.Contains("want er is al geantwoord", olga.Seen);
        await olga.Clicks("poll.step", new JsonObject { ["draft"] = PollDraft.IdOf(id), ["step"] = "What", ["to"] = "Review", ["question"] = "Welke kleur juist niet?", ["explanation"] = "Meer uitleg." });
        await olga.Presses("Wijziging opslaan");
        var poll = (await Polls.Find(id, Stop))!;
        Assert.Equal(("Welke kleur juist niet?", "Meer uitleg."), (poll.Question, poll.Explanation));
    }

    [Fact]
    public async Task Who_was_changing_the_question_when_the_first_answer_came_is_told_and_saves_the_rest()
    {
        var (olga, person) = (bot.Organiser(), await bot.Confirmed(1));
        var id = await Saved(olga);
        await Change(olga, id);
        await olga.Presses("Verder", ("question", "Welke kleur juist niet?"), ("explanation", "Meer uitleg."), ("links", "Andere https://vng.example/andere"));
        await olga.Presses("Naar het voorbeeld", ("options", "Groen"));
        await olga.Presses("Naar het voorbeeld", ("options", "Groen\r\nGeel"));
        await Show(person, id);
        await person.Presses("Blauw");

        Assert.Contains("want er is al geantwoord: de vraag, de links, de antwoorden.", await olga.Presses("Wijziging opslaan"));
        Assert.Contains("Welke kleur?", olga.Seen);
        await olga.Presses("Wijziging opslaan");
        var poll = (await Polls.Find(id, Stop))!;
        Assert.Equal(("Welke kleur?", "Meer uitleg.", "Bundel", 2), (poll.Question, poll.Explanation, poll.Links.Single().Title, poll.Options.Length));

        // The card no longer asks for what stands.
        await Change(olga, id);
        Assert.DoesNotContain("\"id\":\"links\"", olga.Card!.ToJsonString());
        Assert.Contains("https://vng.example/bundel", olga.Seen);
    }

    [Fact]
    public async Task What_another_organiser_changed_meanwhile_is_taken_over_and_shown_first()
    {
        var (olga, otto) = (bot.Organiser(), await bot.SecondOrganiser());
        var id = await Saved(olga);
        await Change(olga, id);
        await olga.Presses("Naar het voorbeeld", ("explanation", "Van Olga."));
        await Change(otto, id);
        await otto.Presses("Naar het voorbeeld", ("question", "Van Otto?"));
        await otto.Presses("Wijziging opslaan");

        Assert.Contains("Iemand anders heeft deze peiling intussen gewijzigd", await olga.Presses("Wijziging opslaan"));
        Assert.Contains("Van Otto?", olga.Seen);
        await olga.Presses("Wijziging opslaan");
        var poll = (await Polls.Find(id, Stop))!;
        Assert.Equal(("Van Otto?", "Van Olga."), (poll.Question, poll.Explanation));
    }

    [Fact]
    public async Task A_poll_is_closed_early_reopened_and_copied()
    {
        var olga = bot.Organiser();
        var id = await Saved(olga);
        var person = await bot.Confirmed(1);
        Assert.Contains("Gesloten: Welke kleur?", await olga.Clicks("poll.close", new JsonObject { ["poll"] = id.ToString() }));
        Assert.Contains("De peiling is gesloten", await Show(person, id));

        await olga.Clicks("poll.reopen", new JsonObject { ["poll"] = id.ToString() });
        Assert.Contains("Dit moment is al voorbij", await olga.Presses("Weer openen", ("lastDay", "2026-12-31")));
        Assert.Contains("Weer open: Welke kleur?", await olga.Presses("Weer openen", ("lastDay", "2027-01-25")));
        Assert.Contains("Uw gemeente", await person.Says("peilingen"));

        await olga.Clicks("poll.copy", new JsonObject { ["poll"] = id.ToString(), ["draft"] = "kopie" });
        Assert.Contains("Dit is een kopie", olga.Seen);
        await olga.Clicks("poll.step", new JsonObject { ["draft"] = "kopie", ["step"] = "What", ["to"] = "Review", ["question"] = "Welke kleur nu?" });
        await olga.Presses("Opslaan en openen");
        Assert.Equal("Welke kleur nu?", (await Polls.Find(new("kopie"), Stop))!.Question);
    }

    [Fact]
    public async Task An_anonymous_poll_that_was_closed_is_not_reopened()
    {
        var olga = bot.Organiser();
        var poll = new Poll { Id = new("geheim"), Question = "Wat?", Explanation = "", Options = [new("a", "A"), new("b", "B")], IsAnonymous = true, Results = ResultsFor.AfterClosing, ClosesAt = bot.Clock.GetUtcNow().AddDays(3) };
        await Polls.Add(poll, Stop);
        Assert.Contains("Wat gesloten is, kan niet meer open.", await olga.Clicks("poll.close", new JsonObject { ["poll"] = "geheim" }));
        Assert.True((await Polls.Find(poll.Id, Stop))!.IsOpen(bot.Clock.GetUtcNow()));
        await olga.Presses("Ja, sluiten");

        Assert.Contains("blijft gesloten", await olga.Clicks("poll.reopen", new JsonObject { ["poll"] = "geheim", ["lastDay"] = "2027-01-25" }));
        Assert.False((await Polls.Find(poll.Id, Stop))!.IsOpen(bot.Clock.GetUtcNow()));
    }

    [Theory]
    [InlineData("poll.close")]
    [InlineData("poll.edit")]
    [InlineData("poll.copy")]
    [InlineData("poll.reopen")]
    [InlineData("poll.begin")]
    [InlineData("poll.step")]
    [InlineData("poll.save")]
    [InlineData("polls.manage")]
    [InlineData("poll.behalf")]
    [InlineData("poll.enter")]
    [InlineData("poll.joiners")]
    [InlineData("poll.export")]
    [InlineData("poll.offers")]
    [InlineData("poll.host")]
    [InlineData("poll.host.sure")]
    [InlineData("poll.dates")]
    [InlineData("poll.date")]
    public async Task Who_is_no_organiser_does_none_of_it(string verb)
    {
        var person = await bot.Confirmed(1);
        var data = new JsonObject { ["poll"] = "thorbecke", ["draft"] = "d", ["template"] = "Free", ["step"] = "What", ["to"] = "Review", ["municipality"] = "GM0867", ["source"] = "mail", ["choice"] = "doet-mee", ["lastDay"] = "2027-01-25", ["option"] = "d1" };
        Assert.Contains("Dit kunnen alleen", await person.Clicks(verb, data));
    }

    [Fact]
    public async Task What_somebody_began_is_theirs_to_see_and_goes_with_them()
    {
        var olga = bot.Organiser();
        await olga.Says("nieuwe peiling");
        await olga.Presses("Vrije peiling");
        await olga.Presses("Verder", ("question", "Een half idee?"));
        Assert.Contains(await bot.Get<IPollDraftStore>().Of(olga.Id, Stop), draft => draft.Text.Question == "Een half idee?");

        await olga.Clicks("personal.forget", new JsonObject { ["asked"] = bot.Clock.GetUtcNow().ToUnixTimeSeconds() });
        Assert.Empty(await bot.Get<IPollDraftStore>().Of(olga.Id, Stop));
    }

    private static async Task Make(TestPerson olga)
    {
        await olga.Says("nieuwe peiling");
        await olga.Presses("Vrije peiling");
        await olga.Presses("Verder", ("question", "Welke kleur?"), ("explanation", "Voor de folder."), ("links", "Bundel https://vng.example/bundel"));
        await olga.Presses("Verder", ("options", "Rood\r\nBlauw\r\n"));
        await olga.Presses("Naar het voorbeeld", ("lastDay", "2027-01-20"), ("lastTime", "17:00"), ("results", "AfterAnswering"));
    }

    private async Task<PollId> Saved(TestPerson olga)
    {
        await Make(olga);
        await olga.Presses("Opslaan en openen");
        return (await Polls.Open(Stop)).Single(one => one.Template == PollTemplate.Free).Id;
    }

    private static Task<string> Change(TestPerson organiser, PollId id) => organiser.Clicks("poll.edit", new JsonObject { ["poll"] = id.ToString() });

    private static Task<string> Show(TestPerson person, PollId id) => person.Clicks("poll.show", new JsonObject { ["poll"] = id.ToString() });
}
