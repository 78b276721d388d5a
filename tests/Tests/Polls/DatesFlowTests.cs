using System.Text.Json.Nodes;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Tests.Polls;

/// <summary>A poll for dates, from making it to the gathering that it becomes.</summary>
public sealed class DatesFlowTests : IDisposable
{
    private readonly TestBot bot = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IPollStore Polls => bot.Get<IPollStore>();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task Dates_are_added_one_by_one_with_each_mistake_at_its_field_and_taken_away_again()
    {
        var olga = bot.Organiser();
        await olga.Says("nieuwe peiling");
        await olga.Presses("Datumprikker");
        await olga.Presses("Verder", ("question", "Wanneer komen wij bijeen?"));
        Assert.Contains("Het moeten er ten minste 2 zijn", await olga.Presses("Verder"));
        Assert.Contains("Dit moment is al voorbij", await Add(olga, "2026-12-01", "13:30", "16:30"));
        Assert.Contains("\"2026-12-01\"", olga.Card!.ToJsonString());
        Assert.Contains("Het einde moet na het begin zijn", await Add(olga, "2027-02-10", "16:30", "13:30"));
        Assert.Contains("de klok gaat dan een uur vooruit", await Add(olga, "2027-03-28", "02:15", "04:00"));
        Assert.Contains("woensdag 10 februari 2027, 13.30 – 16.30 uur", await Add(olga, "2027-02-10", "13:30", "16:30"));
        Assert.Contains("Dit staat er al", await Add(olga, "2027-02-10", "13:30", "16:30"));
        // The times are proposed for the next date.
        await olga.Presses("Datum toevoegen", ("newDay", "2027-02-09"));
        await olga.Presses("Datum toevoegen", ("newDay", "2027-02-11"));
        Assert.DoesNotContain("11 februari", await olga.Presses("Datum toevoegen", ("dates", "2027-02-09 13:30-16:30,2027-02-10 13:30-16:30")));

        // A date that was filled in and not added yet goes along.
        await olga.Presses("Verder", ("newDay", "2027-02-12"));
        Assert.Contains("Er is nog niets bewaard", await olga.Presses("Naar het voorbeeld", ("lastDay", "2027-01-20")));
        Assert.Contains("vrijdag 12 februari", olga.Seen);
        await olga.Presses("Opslaan en openen");
        var poll = (await Polls.Open(Stop)).Single(one => one.Template == PollTemplate.Dates);
        Assert.Equal(PollForm.YesIfNeedBeNo, poll.Form);
        Assert.Equal([new(2027, 2, 9), new(2027, 2, 10), new(2027, 2, 12)], poll.Options.Select(option => option.Moment!.Date));

        Assert.Contains("woensdag 10 februari", await olga.Clicks("poll.edit", new JsonObject { ["poll"] = poll.Id.ToString() }) + await olga.Presses("Verder"));
    }

    [Fact]
    public async Task Several_answer_and_change_and_the_best_date_shows_with_who_can_not()
    {
        var poll = await Poll();
        var (waalwijk, zeist, bilt) = (await bot.Confirmed(1), await bot.Confirmed(2, "zeist"), await bot.Confirmed(3, "debilt"));
        await Show(waalwijk);
        Assert.Contains("Kies eerst een antwoord", await waalwijk.Presses("Antwoord geven"));
        Assert.Equal(0, (await Polls.Tally(poll.Id, Stop)).Answered);
        await waalwijk.Presses("Antwoord geven", ("vote-d1", "Yes"), ("vote-d2", "Yes"));
        await Show(zeist);
        await zeist.Presses("Antwoord geven", ("vote-d1", "No"), ("vote-d2", "Yes"));
        await Show(bilt);
        Assert.Contains("Beste datum: donderdag 11 februari, 13.30 – 16.30 uur", await bilt.Presses("Antwoord geven", ("vote-d1", "Maybe"), ("vote-d2", "No")));
        Assert.Contains("Kan niet: De Bilt", bilt.Seen);

        // From the same card, with what stands filled in.
        await zeist.Presses("Antwoord wijzigen", ("vote-d1", "Yes"));
        var seen = await Show(zeist);
        Assert.Contains("Beste datum: woensdag 10 februari, 13.30 – 16.30 uur", seen);
        Assert.Contains("woensdag 10 februari, 13.30 – 16.30 uur (2 ja, 1 als het moet)", seen);
        Assert.DoesNotContain("Kan niet", seen);
        Assert.Contains("Het antwoord van de gemeente Zeist: 2 ja, 0 als het moet, 1 nee.", seen);
        Assert.Contains("Antwoord van uw gemeente: 2 ja, 0 als het moet, 1 nee", await zeist.Says("peilingen"));

        var olga = bot.Organiser();
        await olga.Clicks("overview.poll", new JsonObject { ["poll"] = "datums" });
        Assert.Contains("Kan niet: De Bilt", await olga.Presses("Datum kiezen"));
        Assert.Contains("Als het moet: De Bilt", olga.Seen);
    }

    [Fact]
    public async Task A_colleague_who_answers_otherwise_sees_only_the_dates_that_change()
    {
        await Poll();
        var (first, second) = (await bot.Confirmed(1), await bot.Confirmed(2));
        await Show(first);
        await first.Presses("Antwoord geven", ("vote-d1", "Yes"), ("vote-d2", "Yes"));
        await Show(second);
        var seen = await second.Presses("Antwoord wijzigen", ("vote-d2", "Maybe"));

        Assert.Contains("Uw collega Persoon 1 heeft op dinsdag 5 januari geantwoord: 2 ja, 0 als het moet, 1 nee.", seen);
        Assert.Contains("donderdag 11 februari, 13.30 – 16.30 uur\nwas ja, wordt als het moet", seen);
        Assert.DoesNotContain("10 februari", seen);
        await second.Presses("Ja, wijzig het antwoord");
        Assert.Equal("d1,d2?,vandaag!", (await Polls.Answers(new("datums"), Stop)).Single().Choice.ToString());
    }

    [Fact]
    public async Task Names_of_people_are_for_organisers_and_results_that_are_not_shown_tell_of_no_date()
    {
        await Poll(VoterKind.Person);
        var (first, second) = (await bot.Confirmed(1), await bot.Confirmed(2));
        await Show(first);
        await first.Presses("Antwoord geven", ("vote-d1", "Yes"));
        await Show(second);
        Assert.DoesNotContain("Kan niet", await second.Presses("Antwoord geven", ("vote-d1", "No"), ("vote-d2", "No")));
        Assert.Contains("Beste datum", second.Seen);
        var olga = bot.Organiser();
        Assert.Contains("Kan niet: Persoon 2", await olga.Clicks("poll.dates", new JsonObject { ["poll"] = "datums" }));

        var hidden = await Poll(VoterKind.Person, ResultsFor.Organisers, "dicht");
        await first.Clicks("poll.show", new JsonObject { ["poll"] = hidden.Id.ToString() });
        Assert.DoesNotContain("Beste datum", await first.Presses("Antwoord geven", ("vote-d1", "Yes")));
    }

    [Fact]
    public async Task A_chosen_date_becomes_one_draft_and_one_gathering_however_often_it_is_pressed()
    {
        await Poll();
        var person = await bot.Confirmed(1);
        await Show(person);
        await person.Presses("Antwoord geven", ("vote-d2", "Yes"));
        var olga = bot.Organiser();
        await olga.Clicks("poll.dates", new JsonObject { ["poll"] = "datums" });
        var (verb, data) = olga.Button("Kies deze datum");

        Assert.Contains("Dit is een concept met de gekozen datum", await olga.Clicks(verb, data));
        await olga.Clicks(verb, data);
        var draft = Assert.Single(await bot.Get<IDraftStore>().Of(olga.Id, Stop));
        Assert.Equal(("2027-02-11", "13:30", "16:30", "olga@m50.example"), (draft.Text.Date, draft.Text.Start, draft.Text.End, draft.Text.Contact));

        // What was written goes on where it was, and is saved once.
        await bot.Get<IDraftStore>().Keep(
            draft with { Text = draft.Text with { Title = "Voorjaarssessie", Kind = "werksessie", Why = "Omdat het past.", PlaceName = "Stadhuis", Address = "Plein 1, Waalwijk", LastDay = "2027-02-01" } }, Stop);
        Assert.Contains("Voorjaarssessie", (await olga.Clicks(verb, data)) + olga.Card!.ToJsonString());
        Assert.IsType<SaveOutcome.Saved>(await bot.Get<AuthorGathering>().Save((await bot.Get<AuthorGathering>().Find(olga.Id, draft.Id, Stop))!, Stop));
        Assert.Contains("Voor deze datum is al een bijeenkomst gemaakt", await olga.Clicks(verb, data));
        Assert.Contains("Voor deze datum is al een bijeenkomst gemaakt", await (await bot.SecondOrganiser()).Clicks(verb, data));
        Assert.Empty(await bot.Get<IDraftStore>().Of(olga.Id, Stop));
        Assert.Single(await bot.Get<IGatherings>().All(Stop), gathering => gathering.Title == "Voorjaarssessie");
    }

    [Fact]
    public async Task Of_two_organisers_who_write_a_gathering_on_one_date_the_first_who_saves_has_it_and_the_other_is_told()
    {
        await Poll();
        var (olga, otto) = (bot.Organiser(), await bot.SecondOrganiser());
        var data = new JsonObject { ["poll"] = "datums", ["option"] = "d2" };
        foreach (var (organiser, title) in new[] { (olga, "Van Olga"), (otto, "Van Otto") })
        {
            await organiser.Clicks("poll.date", data.DeepClone());
            await Write(organiser, title);
        }

        await Reviewed(olga);
        Assert.Contains("De bijeenkomst is opgeslagen", await olga.Presses("Opslaan"));
        await Reviewed(otto);
        Assert.Contains("Voor deze datum heeft iemand anders intussen al een bijeenkomst gemaakt", await otto.Presses("Opslaan"));
        Assert.Contains("Van Olga", otto.Seen);
        Assert.Equal(["Van Olga"], await Made());
        // Again is no way round, and nothing that was typed is lost.
        await Reviewed(otto);
        await otto.Presses("Opslaan");
        Assert.Equal(["Van Olga"], await Made());
        Assert.Equal("Van Otto", Assert.Single(await bot.Get<IDraftStore>().Of(otto.Id, Stop)).Text.Title);

        // Where it does not go on, the date is free again.
        var made = (await bot.Get<IGatherings>().All(Stop)).Single(gathering => gathering.Title == "Van Olga");
        await bot.Get<ReviseGathering>().Cancel(made.Id, "Te weinig mensen.", Stop);
        await otto.Clicks("poll.date", data.DeepClone());
        await Reviewed(otto);
        Assert.Contains("De bijeenkomst is opgeslagen", await otto.Presses("Opslaan"));
        Assert.Equal(["Van Olga", "Van Otto"], await Made());
        Assert.Contains("Voor deze datum is al een bijeenkomst gemaakt", await olga.Clicks("poll.date", data.DeepClone()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task However_often_two_organisers_save_at_once_one_gathering_stands_on_a_date(bool answerGetsLost)
    {
        await Poll();
        List<TestPerson> organisers = [bot.Organiser(), await bot.SecondOrganiser()];
        foreach (var organiser in organisers)
        {
            await organiser.Clicks("poll.date", new JsonObject { ["poll"] = "datums", ["option"] = "d2" });
            await Write(organiser, $"Van {organiser.Id}");
        }

        if (answerGetsLost) bot.Tables[Infrastructure.Storage.TableNames.Gatherings].FailAfter = Storage.FaultyTable.OnTime(1);
        var drafts = await Task.WhenAll(organisers.Select(async one => Assert.Single(await bot.Get<IDraftStore>().Of(one.Id, Stop))));
        var outcomes = await Task.WhenAll(drafts.Concat(drafts).Select(draft => Task.Run(async () =>
        {
            try
            {
                return await bot.Get<AuthorGathering>().Save(draft, Stop);
            }
            catch (StorageFaultException)
            {
                return await bot.Get<AuthorGathering>().Save((await bot.Get<AuthorGathering>().Find(draft.Owner, draft.Id, Stop)) ?? draft, Stop);
            }
        })));

        var title = Assert.Single(await Made());
        Assert.Equal(2, outcomes.OfType<SaveOutcome.Exists>().Count(one => one.Gathering.Title == title));
        Assert.Equal(2, outcomes.OfType<SaveOutcome.Saved>().Count(one => one.Gathering.Title == title));
    }

    [Fact]
    public async Task A_lost_answer_of_storage_makes_no_second_draft_and_a_date_that_is_gone_makes_none()
    {
        await Poll();
        var olga = bot.Organiser();
        var data = new JsonObject { ["poll"] = "datums", ["option"] = "d1" };
        bot.Tables[Infrastructure.Storage.TableNames.Drafts].FailAfter = Storage.FaultyTable.OnTime(1);
        await olga.Clicks("poll.date", data.DeepClone());
        await olga.Clicks("poll.date", data.DeepClone());
        Assert.Single(await bot.Get<IDraftStore>().Of(olga.Id, Stop));

        bot.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains("Deze datum is voorbij. Er is niets gemaakt.", await olga.Clicks("poll.date", new JsonObject { ["poll"] = "datums", ["option"] = "vandaag" }));
        Assert.Single(await bot.Get<IDraftStore>().Of(olga.Id, Stop));
    }

    private async Task<Poll> Poll(VoterKind per = VoterKind.Municipality, ResultsFor results = ResultsFor.Everybody, string id = "datums")
    {
        var poll = new Poll
        {
            Id = new(id),
            Template = PollTemplate.Dates,
            Question = "Wanneer?",
            Explanation = "",
            Options = [Date("d1", 10), Date("d2", 11), new("vandaag", "vandaag") { Moment = new(new(2027, 1, 5), new(10, 30), new(11, 0)) }],
            Form = PollForm.YesIfNeedBeNo,
            Per = per,
            Results = results,
            ClosesAt = bot.Clock.GetUtcNow().AddDays(7),
        };
        Assert.Empty(PollRules.Mistakes(poll));
        Assert.True(await Polls.Add(poll, Stop));
        return poll;

        static PollOption Date(string key, int day) => new(key, $"{day} februari") { Moment = new(new(2027, 2, day), new(13, 30), new(16, 30)) };
    }

    private async Task Write(TestPerson organiser, string title)
    {
        var draft = Assert.Single(await bot.Get<IDraftStore>().Of(organiser.Id, Stop));
        await bot.Get<IDraftStore>().Keep(
            draft with { Text = draft.Text with { Title = title, Kind = "werksessie", Why = "Omdat het past.", PlaceName = "Stadhuis", Address = "Plein 1, Waalwijk", LastDay = "2027-02-01" } }, Stop);
    }

    private async Task Reviewed(TestPerson organiser)
    {
        var draft = Assert.Single(await bot.Get<IDraftStore>().Of(organiser.Id, Stop));
        await organiser.Clicks("gathering.step", new JsonObject { ["draft"] = draft.Id, ["step"] = "What", ["to"] = "Review" });
    }

    private async Task<IEnumerable<string>> Made() =>
        (await bot.Get<IGatherings>().All(Stop)).Where(gathering => gathering.Id.Item.StartsWith("datum-", StringComparison.Ordinal)).Select(gathering => gathering.Title).Order(StringComparer.Ordinal);

    private static Task<string> Add(TestPerson olga, string day, string start, string end) => olga.Presses("Datum toevoegen", ("newDay", day), ("newStart", start), ("newEnd", end));

    private static Task<string> Show(TestPerson person) => person.Clicks("poll.show", new JsonObject { ["poll"] = "datums" });
}
