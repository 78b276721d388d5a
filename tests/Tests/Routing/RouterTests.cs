using System.Text.Json;
using System.Text.Json.Nodes;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Bot.Start;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Tests.Manifest;
using LeerkringBot.Tests.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeerkringBot.Tests.Routing;

public sealed class RouterTests
{
    private static readonly CardRoute Answer = CardRoute.To(PollCard.Answer, (_, _) => Task.FromResult<Reply>(new Reply.Line("")));

    [Fact]
    public void A_verb_mapped_twice_stops_the_start() =>
        Assert.Contains("'poll.answer' is mapped twice", Assert.Throws<InvalidOperationException>(() => CardRoutes.Check([Answer, Answer], [])).Message);

    [Fact]
    public void A_verb_on_a_card_that_nobody_handles_stops_the_start() =>
        Assert.Contains("'poll.change' stands on a card and is mapped by nobody", Assert.Throws<InvalidOperationException>(() => CardRoutes.Check([Answer], [PollCard.Answer, PollChangeCard.Change])).Message);

    [Fact]
    public void Every_button_of_every_card_has_its_handler()
    {
        using var bot = new TestBot();
        Assert.NotEmpty(CardRoutes.Declared);
        _ = bot.Router;
    }

    [Fact]
    public void Two_commands_with_one_word_stop_the_start() =>
        Assert.Throws<InvalidOperationException>(() => new ChatCommands([Command("agenda"), Command("Agénda")]));

    [Fact]
    public void A_word_as_near_to_two_commands_means_neither() =>
        Assert.Null(new ChatCommands([Command("peilen"), Command("zeilen")]).Find("heilen"));

    [Fact]
    public void A_short_word_with_a_typo_is_another_word() => Assert.Null(new ChatCommands([Command("hoi")]).Find("hai"));

    [Fact]
    public async Task Every_word_of_the_menu_is_understood()
    {
        using var bot = new TestBot();
        var start = await bot.Person(1).Says("iets heel anders");
        foreach (var word in AppPackage.Built.DutchCommands.Concat(AppPackage.Built.EnglishCommands).Except(["help"]))
            Assert.NotEqual(start, await bot.Person(1).Says(word));
    }

    [Theory]
    [InlineData("registration.come", """{}""")]
    [InlineData("registration.come", """{"gathering":null}""")]
    [InlineData("registration.come", """{"gathering":{"a":1}}""")]
    [InlineData("registration.come", """{"gathering":"../../x"}""")]
    [InlineData("registration.come", """[]""")]
    [InlineData("registration.come", "null")]
    [InlineData("poll.answer", """{"poll":"thorbecke"}""")]
    [InlineData("poll.change", """{"poll":"thorbecke","option":"doet-mee","version":"veel"}""")]
    [InlineData("member.municipality", """{"code":7,"then":{"verb":3}}""")]
    [InlineData("verb.of.yesterday", """{"a":1}""")]
    [InlineData("", "null")]
    public async Task A_card_that_carries_nonsense_gets_a_clear_answer(string verb, string data)
    {
        using var bot = new TestBot();
        var person = await bot.Confirmed(1);
        var seen = await person.Clicks(verb, JsonNode.Parse(data));
        Assert.NotEmpty(seen);
        Assert.Contains("Welkom bij Proefnetwerk", seen);
    }

    [Fact]
    public async Task A_verb_that_nobody_knows_is_not_logged()
    {
        using var log = new TestLog();
        using var bot = new TestBot();
        var router = new Router(bot.Services.GetServices<IFeature>(), [], bot.Get<StartPage>(), new Logger<Router>(new LoggerFactory([log])));
        var member = new Member(new("a"), "Anneke", null, Language.Dutch, null, bot.Clock.GetUtcNow());
        var who = new Person(member.Id, Language.Dutch, Task.FromResult(member));
        foreach (var table in TableNames.All) bot.Tables[table].FailRead = () => true;

        foreach (var verb in new[] { "poll.answer", "geheim van Anneke" })
            await router.Click(new(verb, who, JsonDocument.Parse("{}").RootElement, Texts.Dutch, false), TestContext.Current.CancellationToken);

        Assert.Contains("poll.answer", log.All, StringComparison.Ordinal);
        Assert.Contains("an unknown verb", log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", log.All, StringComparison.Ordinal);
    }

    private static ChatCommand Command(string word) => new([word], (_, _) => Task.FromResult<Reply>(new Reply.Line("")));
}
