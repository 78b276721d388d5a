using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Infrastructure.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeerkringBot.Tests.Polls;

/// <summary>Nothing that is stored, logged or shown connects a person with what they chose.</summary>
public sealed class AnonymityTests : IDisposable
{
    private const string Red = "optie-kreeft";
    private const string Blue = "optie-walvis";

    private readonly Lines lines = new();
    private readonly TestBot bot;

    public AnonymityTests() => bot = new(services => services.AddSingleton<ILoggerProvider>(lines).AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddFilter(null, LogLevel.Trace)));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static PollId Id { get; } = new("geheim");

    public void Dispose() => bot.Dispose();

    [Theory]
    [InlineData(VoterKind.Person)]
    [InlineData(VoterKind.Municipality)]
    public async Task No_table_and_no_log_connects_somebody_with_a_choice(VoterKind per)
    {
        var people = await Vote(per);

        foreach (var name in TableNames.All)
        {
            await foreach (var row in ((ITables)bot.Tables)[name].All(Stop))
            {
                var text = Text(row);
                var chosen = text.Contains(Red, StringComparison.Ordinal) || text.Contains(Blue, StringComparison.Ordinal);
                if (name == TableNames.Polls && row.RowKey is "p" or "b") Assert.DoesNotContain(people, person => Names(text, person));
                else Assert.False(chosen, $"{name} {text}");
                if (name == TableNames.Polls && row.RowKey.StartsWith("b|", StringComparison.Ordinal)) Assert.Empty(row.Values);
            }
        }

        Assert.Contains(lines.All, line => line.Length > 0);
        Assert.DoesNotContain(lines.All, line => line.Contains(Red, StringComparison.Ordinal) || line.Contains(Blue, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_took_part_in_whatever_order_with_the_same_result_the_same_rows_stand()
    {
        await Vote(VoterKind.Person);
        var first = await Rows();
        using var other = new AnonymityTests();
        await other.Vote(VoterKind.Person, backwards: true);

        Assert.Equal(first, await other.Rows());
    }

    [Fact]
    public async Task Nobody_sees_a_result_before_closing_and_nobody_changes_an_answer()
    {
        var people = await Vote(VoterKind.Person);

        Assert.Contains("Geantwoord: 7 personen", await Show(people[0]));
        Assert.Contains("De uitslag is te zien als de peiling gesloten is.", people[0].Seen);
        Assert.Contains("U hebt meegedaan aan deze peiling.", people[0].Seen);
        Assert.Equal(["Deel een idee"], people[0].ButtonTitles());
        Assert.Contains("Deze klik heeft niets veranderd", await Click(people[0], Blue));
        await bot.Organiser().Says("mijn gemeente");
        Assert.DoesNotContain("4 personen", await bot.Organiser().Clicks("overview.poll", new JsonObject { ["poll"] = Id.ToString() }));

        bot.Clock.SetUtcNow((await bot.Get<IPollStore>().Find(Id, Stop))!.ClosesAt + Poll.UntilFinal);
        var seen = await Show(people[1]);
        Assert.Contains("Kreeft\n4 personen", seen);
        Assert.Contains("Walvis\n3 personen", seen);
    }

    [Fact]
    public async Task Of_fewer_than_five_answers_no_result_is_ever_shown()
    {
        var people = await Vote(VoterKind.Person, number: 4);
        bot.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Contains("te weinig antwoorden", await Show(people[0]));
        Assert.DoesNotContain("Kreeft\n", people[0].Seen);
    }

    [Fact]
    public async Task A_click_whose_answer_got_lost_counts_once()
    {
        await Open(VoterKind.Person);
        var person = await bot.Confirmed(1);
        await Show(person);
        bot.Tables[TableNames.Polls].FailAfter = _ => true;
        Assert.Contains("Er ging iets mis bij ons", await person.Presses("Kreeft"));
        bot.Tables[TableNames.Polls].FailAfter = _ => false;

        bot.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains("U hebt meegedaan aan deze peiling.", await person.Presses("Opnieuw proberen"));
        Assert.Equal(1, (await bot.Get<IPollStore>().Tally(Id, Stop)).Counts.Values.Sum());
    }

    [Fact]
    public async Task No_card_that_comes_back_carries_a_choice()
    {
        await Open(VoterKind.Municipality);
        var fresh = bot.Person(1);
        await Click(fresh, Red);
        AssertTellsNothing(fresh);
        Assert.Contains("Welk dier?", await fresh.Presses("Ja, "));
        Assert.Equal(0, (await bot.Get<IPollStore>().Tally(Id, Stop)).Answered);

        bot.Tables[TableNames.Polls].FailBefore = _ => true;
        Assert.Contains("Er ging iets mis bij ons", await fresh.Presses("Kreeft"));
        AssertTellsNothing(fresh);
        bot.Tables[TableNames.Polls].FailBefore = _ => false;

        var several = await bot.Confirmed(2, "samen");
        Assert.Contains("Voor welke gemeente is uw antwoord?", await Click(several, Red));
        AssertTellsNothing(several);
    }

    [Fact]
    public async Task Who_works_for_several_municipalities_says_for_which_before_the_click_and_once_for_each()
    {
        await Open(VoterKind.Municipality);
        var person = await bot.Confirmed(1, "samen");
        await Show(person);

        Assert.Contains("uw antwoord is geteld", await person.Presses("Kreeft", ("for", "GM0203")));
        Assert.Contains("uw antwoord is geteld", await person.Presses("Walvis", ("for", "GM0310")));

        Assert.DoesNotContain("Kreeft", person.ButtonTitles());
        Assert.Contains("Er was al geantwoord", await person.Clicks("poll.answer", new JsonObject { ["poll"] = Id.ToString(), ["option"] = Red, ["for"] = "GM0203" }));
        Assert.Equal(["GM0203", "GM0310"], (await bot.Get<IPollStore>().Tally(Id, Stop)).Answers.Keys.Order());
    }

    // Every option stands on a card that asks; one alone would be the one that was clicked.
    private static void AssertTellsNothing(TestPerson person)
    {
        var card = person.Card!.ToJsonString();
        Assert.Equal(card.Contains(Blue, StringComparison.Ordinal), card.Contains(Red, StringComparison.Ordinal));
        Assert.DoesNotContain($"\"option\":\"{Red}\"", card.Replace(ButtonOf(Red), "", StringComparison.Ordinal), StringComparison.Ordinal);

        static string ButtonOf(string option) => $"\"data\":{{\"poll\":\"{Id}\",\"option\":\"{option}\",\"secret\":true";
    }

    private async Task<List<TestPerson>> Vote(VoterKind per, bool backwards = false, int number = 7)
    {
        await Open(per);
        string[] municipalities = ["waalwijk", "debilt", "barneveld", "zeist"];
        List<TestPerson> people = [];
        for (var i = 1; i <= number; i++) people.Add(await bot.Confirmed(i, per == VoterKind.Person ? "waalwijk" : municipalities[i % municipalities.Length]));
        foreach (var (person, index) in backwards ? people.Select((person, index) => (person, index)).Reverse() : people.Select((person, index) => (person, index)))
        {
            await Click(person, index % 2 == 0 ? Red : Blue);
            bot.Clock.Advance(TimeSpan.FromSeconds(7));
        }

        return people;
    }

    private async Task Open(VoterKind per) => Assert.True(await bot.Get<IPollStore>().Add(
        new()
        {
            Id = Id,
            Question = "Welk dier?",
            Explanation = "",
            Options = [new(Red, "Kreeft"), new(Blue, "Walvis")],
            Per = per,
            IsAnonymous = true,
            Results = ResultsFor.AfterClosing,
            ClosesAt = bot.Clock.GetUtcNow().AddDays(7),
        },
        Stop));

    private static Task<string> Click(TestPerson person, string option) => person.Clicks("poll.answer", new JsonObject { ["poll"] = Id.ToString(), ["option"] = option });

    private static Task<string> Show(TestPerson person) => person.Clicks("poll.show", new JsonObject { ["poll"] = Id.ToString() });

    private async Task<IReadOnlyList<string>> Rows()
    {
        var rows = new List<string>();
        await foreach (var row in ((ITables)bot.Tables)[TableNames.Polls].All(Stop))
            if (row.PartitionKey == Id.ToString()) rows.Add(Text(row));
        return rows;
    }

    private static bool Names(string text, TestPerson person) => text.Contains(person.Id.ToString(), StringComparison.Ordinal) || text.Contains(person.Name, StringComparison.Ordinal);

    private static string Text(Row row) =>
        row.Values.OrderBy(value => value.Key, StringComparer.Ordinal).Aggregate(new StringBuilder(row.PartitionKey).Append(' ').Append(row.RowKey), (text, value) => text.Append(' ').Append(value.Key).Append('=').Append(value.Value)).ToString();

    /// <summary>Every line of every log, down to the finest.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> all = new();

        public IReadOnlyCollection<string> All => all;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            all.Enqueue($"{formatter(state, exception)} {state} {exception}");

        public void Dispose()
        {
        }
    }
}
