using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Members;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Teams;
using Microsoft.Playwright;

namespace LeerkringBot.EndToEnd.Story;

/// <summary>An organiser sends an invitation to everybody, watches it go, corrects it and takes it back: the real program, the Playground, and a pace at which one sees it.</summary>
[Collection("Playgrounds")]
public sealed class BroadcastTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private const int Others = 9;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("broadcast");
    private int taken;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Store => Path.Join(folder.FullName, "leerkring.db");

    private static string Pictures => Repository.Path("artifacts/end-to-end", nameof(BroadcastTests));

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task An_organiser_watches_a_broadcast_go_corrects_it_and_takes_it_back()
    {
        Directory.CreateDirectory(Pictures);
        await using var bot = await BotProcess.Start(
            new Dictionary<string, string> { ["Storage__SqlitePath"] = Store, ["Mail__Directory"] = Path.Join(folder.FullName, "mail"), ["Sending__PerSecond"] = "1" },
            Cancellation);
        await using var anna = await PlaygroundClient.Start(browser, bot.Messages, Cast.People, Cast.People[0], "broadcast-anna", Cancellation);
        await using var bram = await PlaygroundClient.Start(browser, bot.Messages, Cast.People, Cast.People[1], "broadcast-bram", Cancellation);
        try
        {
            await Play(anna, bram);
        }
        catch
        {
            await anna.Picture(Path.Join(Pictures, "failed Anna.png"));
            await bram.Picture(Path.Join(Pictures, "failed Bram.png"));
            TestContext.Current.TestOutputHelper?.WriteLine(bot.Output);
            throw;
        }
    }

    private async Task Play(PlaygroundClient anna, PlaygroundClient bram)
    {
        await bram.OpenPersonalChat();
        await bram.Say("agenda");
        await bram.Card("Agenda");
        await anna.OpenChannel();
        await anna.Mention("agenda");
        await anna.Sees("Ik ben er voor bijeenkomsten en peilingen.");
        await anna.OpenPersonalChat();
        await anna.Say("agenda");
        await anna.Card("Agenda");
        await Fill(bram);

        await anna.Say("uitnodigen");
        await anna.Press("Uitnodiging versturen", "Iedereen in het netwerk", AriaRole.Radio);
        await anna.Press("Uitnodiging versturen", "Laat het voorbeeld zien");
        await Picture(anna, "Dit is een voorbeeld. Er is nog niets verstuurd.", "preview");
        await anna.Press("Dit is een voorbeeld. Er is nog niets verstuurd.", "Versturen");

        // The very card that was clicked shows how far it is, and no second one comes.
        await anna.Card("Nog nodig");
        await Picture(anna, "Het versturen is bezig.", "underway");
        await anna.Card("Het versturen is klaar.");
        Assert.Equal(1, await anna.CountCards("Het versturen is klaar."));
        await Picture(anna, "Het versturen is klaar.", "done");
        await bram.Card("Uitnodiging: werksessie");

        await anna.Say("verzendingen");
        await Picture(anna, "Verzendingen", "list");
        await anna.Press("Verzendingen", "Bekijken");
        await anna.Press("Het versturen is klaar.", "Corrigeren");
        await anna.Fill("Corrigeren wat verstuurd is", "Wat moet er boven staan? Leeg haalt de regel weg.", "De zaal is op de eerste verdieping.");
        await anna.Press("Corrigeren wat verstuurd is", "Doorvoeren");
        await bram.Card("Correctie: De zaal is op de eerste verdieping.");
        await Picture(bram, "Correctie: De zaal is op de eerste verdieping.", "corrected");
        // Both of her cards follow.
        while (await anna.CountCards("De correctie is doorgevoerd.") < 2) await Task.Delay(TimeSpan.FromMilliseconds(200), Cancellation);

        await anna.Press("De correctie is doorgevoerd.", "Intrekken");
        await anna.Fill("Intrekken wat verstuurd is", "Waarom trekt u het in?", "De datum klopt niet.");
        await anna.Press("Intrekken wat verstuurd is", "Ja, intrekken");
        await bram.Card("Dit bericht is ingetrokken.");
        await Picture(bram, "Dit bericht is ingetrokken.", "taken back");
        await anna.Card("Het bericht is ingetrokken.");
        await Picture(anna, "Het bericht is ingetrokken.", "taken back, organiser");
    }

    /// <summary>People whose chat is Bram's, so that there is a client that shows what they get, and two whom nothing reaches: one by mail, one not at all.</summary>
    private async Task Fill(PlaygroundClient bram)
    {
        using var database = SqliteDatabase.File(Store);
        var tables = new SqliteTables(database);
        var (members, conversations) = (new MemberStore(tables), new ConversationStore(tables, TimeProvider.System));
        var chat = await conversations.Find(new MemberId(bram.Acting.ObjectId), Cancellation);
        for (var i = 0; i < Others; i++)
        {
            await members.Change(new($"other-{i}"), _ => new(new($"other-{i}"), $"Deelnemer {i}", null, Language.Dutch, null, TimeProvider.System.GetUtcNow()), Cancellation);
            await conversations.Store(chat! with { Member = new($"other-{i}") }, Cancellation);
        }

        await members.Change(new("mail"), _ => new(new("mail"), "Mia Post", "mia@lochem.example", Language.Dutch, null, TimeProvider.System.GetUtcNow()), Cancellation);
        await members.Change(new("nobody"), _ => new(new("nobody"), "Niels Nergens", null, Language.Dutch, null, TimeProvider.System.GetUtcNow()), Cancellation);
    }

    private Task Picture(PlaygroundClient who, string cardContaining, string what) => who.Picture(cardContaining, Path.Join(Pictures, $"{++taken:00} {what}.png"));
}
