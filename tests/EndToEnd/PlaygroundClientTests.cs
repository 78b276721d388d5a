using LeerkringBot.Bot.Development;

namespace LeerkringBot.EndToEnd;

/// <summary>That the client in our hands is the Playground, with several persons at once.</summary>
public sealed class PlaygroundClientTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly IReadOnlyList<PlaygroundUser> People = PlaygroundUser.Invented;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_persons_talk_to_one_bot_each_in_a_playground_of_their_own()
    {
        await using var bot = await EchoBot.Start(Cancellation);
        await using var anna = await PlaygroundClient.Start(browser, bot.Messages, People, People[0], "anna", Cancellation);
        await using var bram = await PlaygroundClient.Start(browser, bot.Messages, People, People[1], "bram", Cancellation);

        await anna.Say("hallo");
        await anna.Card("U zei: hallo");
        await bram.Say("dag");
        await bram.Card("U zei: dag");

        var messages = bot.Activities.Where(activity => activity["type"]!.GetValue<string>() == "message").ToList();
        Assert.Equal([People[0].ObjectId, People[1].ObjectId], messages.Select(message => message["from"]!["aadObjectId"]!.GetValue<string>()));
        Assert.Equal([anna.Setup.PersonalChat, bram.Setup.PersonalChat], messages.Select(message => message["conversation"]!["id"]!.GetValue<string>()));
        Assert.All(messages, message => Assert.Equal("nl-NL", message["locale"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_person_fills_in_a_card_and_presses_its_button()
    {
        await using var bot = await EchoBot.Start(Cancellation);
        await using var anna = await PlaygroundClient.Start(browser, bot.Messages, People, People[0], "anna", Cancellation);

        await anna.Say("kaart");
        await anna.Fill("U zei: kaart", "Uw naam", "Anna");
        await anna.Choose("U zei: kaart", "Uw gemeente", "Meierijstad");
        await anna.Press("U zei: kaart", "Ik kom");
        await anna.Card("U koos");
        await anna.NoCard("U zei: kaart");

        var data = bot.Activities.Last(activity => activity["type"]!.GetValue<string>() == "invoke")["value"]!["action"]!["data"]!;
        Assert.Equal("Anna", data["name"]!.GetValue<string>());
        Assert.Equal("GM1948", data["municipality"]!.GetValue<string>());
        Assert.Contains("U koos", await anna.LastAnswer(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_is_mentioned_answers_in_the_channel_and_in_the_group_chat()
    {
        await using var bot = await EchoBot.Start(Cancellation);
        await using var anna = await PlaygroundClient.Start(browser, bot.Messages, People, People[0], "anna", Cancellation);

        await anna.OpenChannel();
        await anna.Mention("agenda");
        await anna.Card("agenda");
        await anna.OpenGroupChat();
        await anna.Mention("peilingen");
        await anna.Card("peilingen");

        var conversations = bot.Activities.Where(activity => activity["type"]!.GetValue<string>() == "message").Select(message => message["conversation"]!["id"]!.GetValue<string>()).ToList();
        Assert.StartsWith(anna.Setup.Channel, conversations[0], StringComparison.Ordinal);
        Assert.Equal(anna.Setup.GroupChat, conversations[1]);
    }

    [Fact]
    public async Task A_posted_card_is_seen_to_change()
    {
        await using var bot = await EchoBot.Start(Cancellation);
        await using var anna = await PlaygroundClient.Start(browser, bot.Messages, People, People[0], "anna", Cancellation);
        await anna.Say("hallo");
        await anna.Card("U zei: hallo");
        var message = bot.Activities.Last(activity => activity["type"]!.GetValue<string>() == "message");

        var posted = await bot.Post(message, "1 deelnemer");
        await anna.Card("1 deelnemer");
        await bot.Update(message, posted, "2 deelnemers");

        await anna.Card("2 deelnemers");
        await anna.NoCard("1 deelnemer");
    }

    [Fact]
    public async Task A_card_is_pictured_wide_and_narrow()
    {
        await using var bot = await EchoBot.Start(Cancellation);
        await using var anna = await PlaygroundClient.Start(browser, bot.Messages, People, People[0], "anna", Cancellation);
        var folder = Directory.CreateTempSubdirectory("pictures");
        await anna.Say("Een langere tekst die op een smal scherm over meer dan een regel loopt");

        await anna.Picture("Een langere tekst", Path.Join(folder.FullName, "wide.png"));
        await anna.Picture("Een langere tekst", Path.Join(folder.FullName, "narrow.png"), narrow: true);

        Assert.Equal(2, folder.GetFiles("*.png").Length);
        folder.Delete(recursive: true);
    }
}
