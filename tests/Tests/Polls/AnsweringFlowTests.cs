using System.Text.Json.Nodes;
using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Reminders;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Domain.Reminders;
using Microsoft.Extensions.DependencyInjection;

namespace LeerkringBot.Tests.Polls;

/// <summary>Answering every form of poll, telling more, correcting a colleague, working for several municipalities.</summary>
public sealed class AnsweringFlowTests : IDisposable
{
    private static readonly Voter Waalwijk = Voter.Of(MunicipalityCode.Parse("GM0867"));

    private readonly TestBot bot = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IPollStore Polls => bot.Get<IPollStore>();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task One_click_is_enough_and_the_rest_is_added_later_by_a_colleague_from_the_same_card()
    {
        var (first, second) = (await bot.Confirmed(1), await bot.Confirmed(2));
        await Show(first);
        await first.Presses("Doet mee");
        Assert.Contains("Meer vertellen", first.ButtonTitles());

        await Show(second);
        Assert.Contains("Uw collega Persoon 1 heeft op dinsdag 5 januari geantwoord: Doet mee", await second.Presses("Meer vertellen"));
        var seen = await second.Presses("Bewaren", ("experimentKind", "RegionalCooperation"), ("description", "Samen met de buren"), ("contact", "griffie"), ("support", "College"));

        Assert.Contains("Het antwoord van de gemeente Waalwijk: Doet mee", seen);
        Assert.Contains("Persoon 1 krijgt bericht van deze wijziging", seen);
        seen = await Show(first);
        Assert.Contains("Soort experiment\nregiovorming", seen);
        Assert.Contains("Bestuurlijk akkoord\nakkoord van het college", seen);
        await first.Presses("Gegevens wijzigen");
        Assert.DoesNotContain("Samen met de buren", await first.Presses("Bewaren", ("description", ""), ("support", "none")));
        var details = (await Polls.Answers(TestBot.Thorbecke, Stop)).Single().Details!;
        Assert.Equal((null, null, "griffie"), (details[PollDetail.Description], details[PollDetail.Support], details[PollDetail.Contact]));
    }

    [Fact]
    public async Task Who_gave_the_answer_before_hears_once_who_changed_it_and_who_changes_it_is_told_so()
    {
        var (first, second) = (await bot.Confirmed(1), await bot.Confirmed(2));
        await Show(first);
        await first.Presses("Doet mee");
        await Show(second);
        await second.Presses("Doet niet mee");
        Assert.Empty(bot.Messenger.To(first));

        Assert.Contains("Persoon 1 krijgt bericht van deze wijziging", await second.Presses("Ja, verander in"));

        await TestBot.Until(() => bot.Messenger.To(first).Count == 1);
        first.Looks(bot.Messenger.To(first).Single());
        Assert.Contains("Uw collega Persoon 2 heeft het antwoord van de gemeente Waalwijk gewijzigd of aangevuld. Het is nu: Doet niet mee.", first.Seen);
        // From that card the first can answer at once, and now the second hears of it.
        await first.Presses("Doet mee");
        await first.Presses("Ja, verander in");
        await TestBot.Until(() => bot.Messenger.To(second).Count == 1);
        bot.Clock.Advance(TimeSpan.FromMinutes(3));
        await Task.Delay(300, Stop);
        Assert.Single(bot.Messenger.To(first));
    }

    [Fact]
    public async Task Details_that_a_colleague_changed_meanwhile_are_shown_before_anything_is_saved()
    {
        var (first, second) = (await bot.Confirmed(1), await bot.Confirmed(2));
        await Show(first);
        await first.Presses("Doet mee");
        await Show(second);
        await second.Presses("Meer vertellen");
        await Show(first);
        await first.Presses("Doet niet mee");

        Assert.Contains("geantwoord: Doet niet mee", await second.Presses("Bewaren", ("contact", "griffie")));
        Assert.Equal(AnswerDetails.None, (await Polls.Answers(TestBot.Thorbecke, Stop)).Single().Details);
        await second.Presses("Bewaren");
        var stands = (await Polls.Answers(TestBot.Thorbecke, Stop)).Single();
        Assert.Equal((ThorbeckePoll.Declines, "griffie"), (stands.Choice.ToString(), stands.Details![PollDetail.Contact]));
    }

    [Fact]
    public async Task What_two_colleagues_tell_at_once_is_asked_about_and_nothing_that_either_told_is_lost()
    {
        var (first, second) = (await bot.Confirmed(1), await bot.Confirmed(2));
        await Show(first);
        await first.Presses("Doet mee");
        await Show(second);
        await first.Presses("Meer vertellen");
        await second.Presses("Meer vertellen");
        await first.Presses("Bewaren", ("contact", "griffie"), ("description", "Een burgerpanel"));

        // A mistake in between doesn't make what the colleague told seen.
        Assert.Contains("Dit is te lang", await second.Presses("Bewaren", ("contact", "wethouder"), ("explanation", new('x', 2_001))));
        var seen = await second.Presses("Bewaren", ("contact", "wethouder"), ("explanation", "Samen"));
        Assert.Contains("Intussen is hier iets gewijzigd.", seen);
        Assert.Contains("Contactpersoon\ngriffie", seen);
        Assert.Contains("wethouder", second.Card!.ToJsonString());
        await second.Presses("Bewaren");

        var details = (await Polls.Answers(TestBot.Thorbecke, Stop)).Single().Details!;
        Assert.Equal(("wethouder", "Een burgerpanel", "Samen"), (details[PollDetail.Contact], details[PollDetail.Description], details[PollDetail.Explanation]));
    }

    [Fact]
    public async Task The_same_told_twice_leaves_one_line_of_history_and_tells_nobody()
    {
        var (first, second) = (await bot.Confirmed(1), await bot.Confirmed(2));
        await Show(first);
        await first.Presses("Doet mee");
        await first.Presses("Meer vertellen");
        await first.Presses("Bewaren", ("contact", "griffie"));
        await Show(first);
        await first.Presses("Gegevens wijzigen");
        await first.Presses("Bewaren");
        Assert.Contains("Contactpersoon\ngriffie", await Show(first));
        await Show(second);
        await second.Presses("Gegevens wijzigen");
        await second.Presses("Bewaren");

        Assert.Equal([1, 2], (await Polls.History(TestBot.Thorbecke, Waalwijk, Stop)).Select(line => line.Version));
        Assert.Equal(first.Id, (await Polls.Answers(TestBot.Thorbecke, Stop)).Single().By);
    }

    [Fact]
    public async Task Several_choices_and_votes_are_given_with_inputs_and_nothing_chosen_says_so()
    {
        var several = await Add(PollForm.SeveralChoices, VoterKind.Municipality);
        var person = await bot.Confirmed(1);
        await Show(person, several);
        Assert.Contains("Kies eerst een antwoord", await person.Presses("Antwoord geven"));
        Assert.Contains("Het antwoord van de gemeente Waalwijk: Een, Drie", await person.Presses("Antwoord geven", ("choice", "drie,een")));

        var votes = await Add(PollForm.YesIfNeedBeNo, VoterKind.Person);
        await Show(person, votes);
        Assert.Contains("Uw antwoord: Een: ja; Twee: als het moet; Drie: nee", await person.Presses("Antwoord geven", ("vote-een", "Yes"), ("vote-twee", "Maybe")));
        Assert.Contains("Twee\n0 ja, 1 als het moet, 0 nee", person.Seen);
        Assert.Contains("Een: nee", await person.Presses("Antwoord wijzigen", ("vote-een", "No")));
        Assert.Equal(1, (await Polls.Tally(votes, Stop)).Answered);
    }

    [Fact]
    public async Task A_colleagues_choice_among_many_is_confirmed_before_it_changes()
    {
        var several = await Add(PollForm.SeveralChoices, VoterKind.Municipality);
        var (first, second) = (await bot.Confirmed(1), await bot.Confirmed(2));
        await Show(first, several);
        await first.Presses("Antwoord geven", ("choice", "een"));
        await Show(second, several);

        Assert.Contains("Uw collega Persoon 1 heeft op dinsdag 5 januari geantwoord: Een.", await second.Presses("Antwoord wijzigen", ("choice", "twee,drie")));
        Assert.Contains("Het antwoord van de gemeente Waalwijk: Twee, Drie", await second.Presses("Ja, wijzig het antwoord"));
    }

    [Fact]
    public async Task In_a_poll_of_persons_everybody_answers_for_themselves_also_who_is_of_no_municipality()
    {
        var poll = await Add(PollForm.OneChoice, VoterKind.Person);
        var (first, second) = (await bot.Confirmed(1), await bot.Confirmed(2));
        var vng = bot.Person(3, "vng");
        await vng.Says("mijn gemeente");
        await vng.Presses("Ik werk niet voor een gemeente", ("name", "VNG"));
        foreach (var person in new[] { first, second, vng })
        {
            await Show(person, poll);
            Assert.Contains("Uw antwoord: Een", await person.Presses("Een"));
        }

        Assert.Contains("Een\n3 personen", vng.Seen);
    }

    [Fact]
    public async Task Results_show_after_answering_where_the_organiser_wants_it_so()
    {
        var poll = await Add(PollForm.OneChoice, VoterKind.Municipality, ResultsFor.AfterAnswering);
        var (first, second) = (await bot.Confirmed(1), await bot.Confirmed(2, "zeist"));
        await Show(first, poll);
        Assert.Contains("Een\n1 gemeente", await first.Presses("Een"));

        Assert.Contains("U ziet de uitslag zodra u hebt geantwoord.", await Show(second, poll));
        Assert.DoesNotContain("Een\n1 gemeente", second.Seen);
    }

    [Fact]
    public async Task Who_works_for_several_municipalities_says_for_which_and_for_no_other()
    {
        var person = await bot.Confirmed(1, "samen");
        await Show(person);
        Assert.Contains("U werkt voor meer gemeenten", person.Seen);

        Assert.Contains("Voor welke gemeente is het antwoord: Doet mee?", await person.Presses("Doet mee"));
        Assert.Contains("Het antwoord van de gemeente De Bilt: Doet mee", await person.Presses("De Bilt"));
        await Show(person);
        await person.Presses("Doet niet mee");
        Assert.Contains("Het antwoord van de gemeente Barneveld: Doet niet mee", await person.Presses("Barneveld"));
        Assert.Contains("Alleen gemeenten kunnen antwoorden", await person.Clicks("poll.answer", new JsonObject { ["poll"] = "thorbecke", ["option"] = "doet-mee", ["for"] = "GM0867" }));
        Assert.Equal(2, (await Polls.Tally(TestBot.Thorbecke, Stop)).Answered);
        Assert.Null(await Polls.Answer(TestBot.Thorbecke, Waalwijk, Stop));
    }

    [Theory]
    [InlineData("poll.answer", """{"poll":"thorbecke","option":"bestaat-niet"}""")]
    [InlineData("poll.answer", """{"poll":"thorbecke","option":",,?!"}""")]
    [InlineData("poll.answer", """{"poll":"thorbecke","option":"doet-mee,doet-niet-mee"}""")]
    [InlineData("poll.fill", """{"poll":"thorbecke","choice":"doet-mee,x"}""")]
    [InlineData("poll.fill", """{"poll":"thorbecke","vote-doet-mee":"7"}""")]
    [InlineData("poll.tell", """{"poll":"thorbecke","version":1,"contact":"x"}""")]
    [InlineData("poll.details", """{"poll":"thorbecke","for":"GM9999"}""")]
    [InlineData("poll.change", """{"poll":"thorbecke","option":"","version":1}""")]
    public async Task A_forged_card_changes_nothing(string verb, string data)
    {
        var person = await bot.Confirmed(1);
        Assert.Contains("Doet uw gemeente mee", await person.Clicks(verb, JsonNode.Parse(data)!.AsObject()));
        Assert.Equal(0, (await Polls.Tally(TestBot.Thorbecke, Stop)).Answered);
    }

    [Fact]
    public async Task Who_has_not_answered_for_themselves_is_reminded_of_the_hour_and_not_once_they_have()
    {
        var id = await Add(PollForm.OneChoice, VoterKind.Person);
        var poll = (await Polls.Find(id, Stop))!;
        Assert.True(await Polls.Replace(poll with { ClosesAt = DutchTime.At(new(2027, 1, 20), new(17, 0)) }, Stop));
        var person = await bot.Confirmed(1);
        var member = (await bot.Get<IMembers>().Find(person.Id, Stop))!;
        var content = bot.Services.GetServices<IPersonalContent>().Single(one => one.Kind == ReminderBroadcast.ContentOf(ReminderKind.Poll));
        var subject = ReminderBroadcast.SubjectOf(id.ToString(), new(2027, 1, 20));

        person.Looks((await content.Personal(subject, member, Texts.Dutch, Stop))!);
        Assert.Contains("U hebt nog niet geantwoord. De peiling sluit op woensdag 20 januari, om 17.00 uur.", person.Seen);
        await person.Presses("Een");
        Assert.Null(await content.Personal(subject, member, Texts.Dutch, Stop));
    }

    [Fact]
    public async Task Who_is_forgotten_leaves_their_answers_without_a_trace()
    {
        var poll = await Add(PollForm.OneChoice, VoterKind.Person);
        var person = await bot.Confirmed(1);
        await Show(person, poll);
        await person.Presses("Een");
        await Show(person);
        await person.Presses("Doet mee");
        await person.Presses("Meer vertellen");
        await person.Presses("Bewaren", ("contact", "Persoon 1, kamer 3"), ("description", "Iets met buren"));

        await person.Clicks("personal.forget", new JsonObject { ["asked"] = bot.Clock.GetUtcNow().ToUnixTimeSeconds() });

        Assert.Contains("U bent verwijderd.", person.Seen);
        var answer = (await Polls.Answers(TestBot.Thorbecke, Stop)).Single();
        Assert.Equal((MemberId.Forgotten, null, "Iets met buren"), (answer.By, answer.Details![PollDetail.Contact], answer.Details[PollDetail.Description]));
        Assert.Equal(1, (await Polls.Tally(poll, Stop)).Count("een"));
        await foreach (var row in ((Infrastructure.Storage.ITables)bot.Tables)["Polls"].All(Stop))
            Assert.DoesNotContain(row.Values.Values.OfType<string>().Append(row.RowKey), text => text.Contains(person.Id.ToString(), StringComparison.Ordinal) || text.Contains("Persoon 1", StringComparison.Ordinal));
    }

    private static Task<string> Show(TestPerson person, PollId? poll = null) => person.Clicks("poll.show", new JsonObject { ["poll"] = (poll ?? TestBot.Thorbecke).ToString() });

    private Task<PollId> Add(PollForm form, VoterKind per, ResultsFor results = ResultsFor.Everybody) => PollOf.Add(bot, form, per, results);
}
