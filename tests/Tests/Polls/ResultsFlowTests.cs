using System.Text.Json.Nodes;
using LeerkringBot.Bot.Files;
using LeerkringBot.Bot.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Tests.Workbooks;
using Microsoft.Extensions.DependencyInjection;

namespace LeerkringBot.Tests.Polls;

/// <summary>Who sees which part of a result: by name, over time, as a workbook.</summary>
public sealed class ResultsFlowTests : IDisposable
{
    private readonly TestBot bot = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IPollStore Polls => bot.Get<IPollStore>();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task Whoever_may_see_the_result_sees_who_chose_what_who_is_silent_and_how_it_came_in()
    {
        var (waalwijk, zeist) = (await bot.Confirmed(1), await bot.Confirmed(2, "zeist"));
        await Answers(waalwijk, TestBot.Thorbecke, "doet-mee");
        bot.Clock.Advance(TimeSpan.FromDays(2));
        await Answers(zeist, TestBot.Thorbecke, "doet-mee");
        // A change is not somebody more.
        await Answers(waalwijk, TestBot.Thorbecke, "denkt-erover-na");
        Assert.Contains("Doet mee\n1 gemeente: Zeist", waalwijk.Seen);
        Assert.Contains("Denkt erover na\n1 gemeente: Waalwijk", waalwijk.Seen);

        var seen = await waalwijk.Presses("Meer over de uitslag");

        Assert.Contains("Doet mee (1)\nZeist", seen);
        Assert.Contains("Nog geen antwoord (2)\nBarneveld, De Bilt", seen);
        Assert.Contains("dinsdag 5 januari\n1 erbij, samen 1", seen);
        Assert.Contains("donderdag 7 januari\n1 erbij, samen 2", seen);
        Assert.Equal(seen, await bot.Organiser().Clicks("poll.results", Data(TestBot.Thorbecke)));
        Assert.Contains("donderdag 7 januari\n1 erbij, samen 2", await Overview(TestBot.Thorbecke));
    }

    [Theory]
    [InlineData(ResultsFor.AfterAnswering)]
    [InlineData(ResultsFor.AfterClosing)]
    [InlineData(ResultsFor.Organisers)]
    public async Task Who_may_not_see_the_result_yet_sees_no_names_and_no_days_also_with_a_forged_card(ResultsFor results)
    {
        var poll = await Add(PollForm.OneChoice, VoterKind.Municipality, results);
        var (waalwijk, zeist) = (await bot.Confirmed(1), await bot.Confirmed(2, "zeist"));
        await Answers(waalwijk, poll, "een");
        var neutral = (await bot.Services.GetRequiredService<PollContent>().Neutral(poll.ToString(), Stop))!;

        foreach (var click in new[] { "poll.show", "poll.results" })
        {
            await zeist.Clicks(click, Data(poll));
            Assert.DoesNotContain("Meer over de uitslag", zeist.ButtonTitles());
            Assert.DoesNotContain("Waalwijk", zeist.Seen);
            Assert.DoesNotContain("5 januari", zeist.Seen);
        }

        zeist.Looks(neutral.Card);
        Assert.DoesNotContain("Waalwijk", zeist.Seen);
        Assert.Contains("Een (1)\nWaalwijk", await Overview(poll));
    }

    [Theory]
    [InlineData(PollForm.SeveralChoices)]
    [InlineData(PollForm.YesMaybeNo)]
    [InlineData(PollForm.YesIfNeedBeNo)]
    public async Task Organisers_see_a_list_for_every_answer_of_every_form(PollForm form)
    {
        foreach (var per in Enum.GetValues<VoterKind>())
        {
            var poll = await Add(form, per);
            var (first, second) = (await bot.Confirmed(1), await bot.Confirmed(2, "zeist"));
            await first.Clicks("poll.show", Data(poll));
            await first.Presses("Antwoord geven", form == PollForm.SeveralChoices ? [("choice", "een")] : [("vote-een", "Yes"), ("vote-twee", "Maybe")]);
            await second.Clicks("poll.show", Data(poll));
            await second.Presses("Antwoord geven", form == PollForm.SeveralChoices ? [("choice", "een,twee")] : [("vote-een", "Yes")]);
            bot.Clock.Advance(TimeSpan.FromSeconds(2));

            var seen = await Overview(poll);

            var (both, one) = per == VoterKind.Person ? ("Persoon 1, Persoon 2", "Persoon 1") : ("Waalwijk, Zeist", "Waalwijk");
            var maybe = form == PollForm.YesMaybeNo ? "misschien" : "als het moet";
            Assert.Contains(form == PollForm.SeveralChoices ? $"Een (2)\n{both}\nTwee (1)" : $"Een\nja (2): {both}\nTwee\n{maybe} (1): {one}\nnee (1)", seen);
            await first.Clicks("poll.show", Data(poll));
            // Names of people stand on no card but the organisers'.
            Assert.DoesNotContain("Persoon 2", first.Seen + await first.Presses("Meer over de uitslag"));
        }
    }

    [Fact]
    public async Task Of_an_anonymous_poll_there_are_neither_names_nor_days_and_the_organiser_is_told_so()
    {
        var poll = await Secret(5);

        var seen = await Overview(poll);
        Assert.Contains("Deze peiling is anoniem.", seen);
        Assert.DoesNotContain("erbij, samen", seen);
        bot.Clock.Advance(TimeSpan.FromDays(8));
        seen = await Overview(poll);
        Assert.Contains("Een\n5 personen", seen);
        Assert.DoesNotContain("Persoon 1", seen);
        Assert.DoesNotContain("erbij, samen", seen + await bot.Organiser().Clicks("poll.results", Data(poll)));
    }

    [Theory]
    [InlineData(5, false, "De uitslag is te zien als de peiling gesloten is.")]
    [InlineData(4, true, "Er zijn te weinig antwoorden om de uitslag anoniem te laten zien: minder dan 5.")]
    public async Task The_counters_of_an_anonymous_poll_are_exported_only_when_they_may_be_known(int answers, bool closed, string why)
    {
        var poll = await Secret(answers);
        if (closed) bot.Clock.Advance(TimeSpan.FromDays(8));

        var sheets = await Export(poll);

        Assert.Equal(["Uitslag", "Nog niet geantwoord"], sheets.Keys);
        Assert.Equal([["Uitslag"], [why]], sheets["Uitslag"]);
    }

    [Fact]
    public async Task The_workbook_of_an_anonymous_poll_holds_counters_and_who_is_silent_and_nothing_else()
    {
        var poll = await Secret(5);
        await bot.Confirmed(7, "zeist");
        bot.Clock.Advance(TimeSpan.FromDays(8));

        var sheets = await Export(poll);

        Assert.Equal(["Uitslag", "Nog niet geantwoord"], sheets.Keys);
        Assert.Equal([["Antwoord", "Aantal"], ["Een", "5"], ["Twee", "0"], ["Drie", "0"]], sheets["Uitslag"]);
        Assert.Equal([["Naam"], ["Persoon 7"]], sheets["Nog niet geantwoord"].Where(row => row[0] != "Olga Organisator"));
    }

    [Fact]
    public async Task The_workbook_of_a_poll_of_persons_holds_answers_who_is_silent_the_days_and_the_history()
    {
        var poll = await Add(PollForm.YesMaybeNo, VoterKind.Person);
        var (first, _) = (await bot.Confirmed(1), await bot.Confirmed(2, "zeist"));
        await first.Clicks("poll.fill", new JsonObject { ["poll"] = poll.ToString(), ["vote-een"] = "Yes" });
        await first.Clicks("poll.fill", new JsonObject { ["poll"] = poll.ToString(), ["vote-een"] = "Maybe" });

        var sheets = await Export(poll);

        Assert.Equal(["Antwoorden", "Nog niet geantwoord", "Verloop", "Geschiedenis"], sheets.Keys);
        Assert.Equal("Een: misschien; Twee: nee; Drie: nee", sheets["Antwoorden"].Single(row => row[0] == "Persoon 1")[1]);
        Assert.Equal(["Persoon 2"], sheets["Nog niet geantwoord"].Skip(1).Select(row => row[0]).Where(name => name != "Olga Organisator"));
        Assert.Equal(["Dag", "Erbij", "Samen"], sheets["Verloop"][0]);
        Assert.Equal(["1", "1"], sheets["Verloop"][1].Skip(1));
        Assert.Equal(2, sheets["Geschiedenis"].Count - 1);
    }

    private static JsonObject Data(PollId poll) => new() { ["poll"] = poll.ToString() };

    private static Task<string> Answers(TestPerson person, PollId poll, string option) => person.Clicks("poll.answer", new JsonObject { ["poll"] = poll.ToString(), ["option"] = option });

    private Task<string> Overview(PollId poll) => bot.Organiser().Clicks("overview.poll", Data(poll));

    private async Task<PollId> Secret(int answers)
    {
        var poll = await Add(PollForm.OneChoice, VoterKind.Person, ResultsFor.AfterClosing, isAnonymous: true);
        for (var i = 1; i <= answers; i++) await Answers(await bot.Confirmed(i), poll, "een");
        bot.Clock.Advance(TimeSpan.FromSeconds(2));
        return poll;
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>>> Export(PollId poll)
    {
        await bot.Organiser().Says("peilingen");
        var olga = (await bot.Get<IMembers>().Find(bot.Organiser().Id, Stop))!;
        var kind = bot.Services.GetServices<IFileKind>().Single(kind => kind.Kind == PollExport.Name);
        return Xlsx.Read((await kind.Make(olga, poll.ToString(), Stop))!.Content);
    }

    private Task<PollId> Add(PollForm form, VoterKind per, ResultsFor results = ResultsFor.Everybody, bool isAnonymous = false) => PollOf.Add(bot, form, per, results, isAnonymous);
}
