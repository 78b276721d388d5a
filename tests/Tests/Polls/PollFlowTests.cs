using System.Text.Json.Nodes;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Polls;

/// <summary>Answering a poll by pressing the buttons that the cards carry.</summary>
public sealed class PollFlowTests : IDisposable
{
    private static readonly Voter Waalwijk = Voter.Of(MunicipalityCode.Parse("GM0867"));

    private readonly TestBot bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task One_click_answers_for_the_municipality_and_shows_the_result()
    {
        var person = await Opened(1);

        var seen = await person.Presses("Doet mee");

        Assert.Contains("Het antwoord van de gemeente Waalwijk: Doet mee", seen);
        Assert.Contains("Geantwoord: 1 van de 4 gemeenten", seen);
        Assert.Equal(["Denkt erover na", "Doet niet mee", "Meer vertellen", "Meer over de uitslag", "Deel een idee"], person.ButtonTitles());
        Assert.Contains(person.Card!["body"]!.AsArray(), element => element!["type"]!.GetValue<string>() == "Chart.HorizontalBar");
    }

    [Fact]
    public async Task A_second_colleague_sees_the_answer_and_must_confirm_to_change_it()
    {
        var (first, second) = (await Opened(1), await bot.Confirmed(2));
        await Show(second);
        await first.Presses("Doet mee");

        var seen = await second.Presses("Doet niet mee");
        Assert.Contains("Uw collega Persoon 1 heeft op dinsdag 5 januari geantwoord: Doet mee", seen);
        Assert.Equal(PollChoice.Of("doet-mee"), (await Answer())!.Choice);

        Assert.Contains("Het antwoord van de gemeente Waalwijk: Doet niet mee", await second.Presses("Ja, verander in: Doet niet mee"));
        Assert.Equal(
            [(PollChoice.Of("doet-mee"), first.Id, 1), (PollChoice.Of("doet-niet-mee"), second.Id, 2)],
            (await bot.Get<IPollStore>().History(TestBot.Thorbecke, Waalwijk, TestContext.Current.CancellationToken)).Select(answer => (answer.Choice, answer.By, answer.Version)));
    }

    [Fact]
    public async Task Somebody_changes_their_own_answer_with_one_click_also_right_after_it()
    {
        var person = await Opened(1);
        await person.Presses("Doet mee");
        Assert.Contains("Waalwijk: Denkt erover na", await person.Presses("Denkt erover na"));
        Assert.Contains("Waalwijk: Doet mee", await person.Presses("Doet mee"));
        Assert.Equal(3, (await Answer())!.Version);
    }

    [Fact]
    public async Task A_confirmation_of_what_a_third_colleague_changed_meanwhile_is_asked_again()
    {
        var (first, second) = (await Opened(1), await Opened(2));
        await first.Presses("Doet mee");
        await second.Presses("Doet niet mee");
        await first.Presses("Denkt erover na");

        Assert.Contains("geantwoord: Denkt erover na", await second.Presses("Ja, verander in: Doet niet mee"));
        Assert.Equal(PollChoice.Of("denkt-erover-na"), (await Answer())!.Choice);
    }

    [Fact]
    public async Task The_same_click_twice_means_the_same()
    {
        var person = await Opened(1);
        var click = new JsonObject { ["poll"] = "thorbecke", ["option"] = "doet-mee" };
        await person.Clicks("poll.answer", click);
        await person.Clicks("poll.answer", click);
        Assert.Equal(1, (await Answer())!.Version);
    }

    [Fact]
    public async Task After_closing_a_click_changes_nothing_and_says_so()
    {
        var person = await Opened(1);
        bot.Clock.SetUtcNow(new DateTimeOffset(2027, 1, 31, 23, 0, 0, TimeSpan.Zero));

        Assert.Contains("De peiling is gesloten. Uw klik heeft niets veranderd", await person.Presses("Doet mee"));
        Assert.Equal(["Deel een idee"], person.ButtonTitles());
        Assert.Null(await Answer());
    }

    [Fact]
    public async Task People_of_other_organisations_look_and_cannot_answer()
    {
        var person = bot.Person(1, "vng");
        await person.Says("mijn gemeente");
        await person.Presses("Ik werk niet voor een gemeente", ("name", "VNG"));
        await Show(person);

        Assert.Contains("Alleen gemeenten kunnen antwoorden", await person.Presses("Doet mee"));
        Assert.Equal(0, (await bot.Get<IPollStore>().Tally(TestBot.Thorbecke, TestContext.Current.CancellationToken)).Answered);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_storage_failure_in_the_middle_leaves_answer_and_history_alike(bool before)
    {
        var person = await Opened(1);
        var table = bot.Tables[TableNames.Polls];
        (table.FailBefore, table.FailAfter) = (_ => before, _ => !before);

        Assert.Contains("Er ging iets mis bij ons", await person.Presses("Doet mee"));

        (table.FailBefore, table.FailAfter) = (_ => false, _ => false);
        Assert.Equal(before ? null : 1, (await Answer())?.Version);
        Assert.Contains("Waalwijk: Doet mee", await person.Presses("Opnieuw proberen"));
        Assert.Equal(1, (await Answer())!.Version);
        Assert.Single(await bot.Get<IPollStore>().History(TestBot.Thorbecke, Waalwijk, TestContext.Current.CancellationToken));
    }

    private async Task<TestPerson> Opened(int number)
    {
        var person = await bot.Confirmed(number);
        await Show(person);
        return person;
    }

    private static Task Show(TestPerson person) => person.Clicks("poll.show", new JsonObject { ["poll"] = "thorbecke" });

    private async Task<PollAnswer?> Answer() => (await bot.Get<IPollStore>().Answer(TestBot.Thorbecke, Waalwijk, TestContext.Current.CancellationToken))?.Answer;
}
