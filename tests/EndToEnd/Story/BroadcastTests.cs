using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Members;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Teams;
using Microsoft.Playwright;

namespace LeerkringBot.EndToEnd.Story;

/// <summary>An organiser sends an invitation to everybody, watches it go, corrects it and takes it back: the real program, the Playground, and a pace at which one sees it.</summary>
[Collection("Playgrounds")]
public sealed class BroadcastTests(Browser browser) : IClassFixture<Browser>
{
    private const int Others = 9;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_organiser_watches_a_broadcast_go_corrects_it_and_takes_it_back()
    {
        await using var stage = await Stage.Open(browser, nameof(BroadcastTests), new Dictionary<string, string> { ["Sending__PerSecond"] = "1" }, "Anna", "Bram");
        await stage.Play(() => Play(stage));
    }

    private static async Task Play(Stage stage)
    {
        var (anna, bram) = (stage["Anna"], stage["Bram"]);
        await bram.OpenPersonalChat();
        await bram.Say("agenda");
        await bram.Card("Agenda");
        await anna.OpenChannel();
        await anna.Mention("agenda");
        await anna.Sees("Ik ben er voor bijeenkomsten en peilingen.");
        await anna.OpenPersonalChat();
        await anna.Say("agenda");
        await anna.Card("Agenda");
        await Fill(stage, bram);

        await anna.Say("uitnodigen");
        await anna.Press("Uitnodiging versturen", "Iedereen in het netwerk", AriaRole.Radio);
        await anna.Press("Uitnodiging versturen", "Laat het voorbeeld zien");
        await stage.Picture("Anna", "Dit is een voorbeeld. Er is nog niets verstuurd.", "preview");
        await anna.Press("Dit is een voorbeeld. Er is nog niets verstuurd.", "Versturen");

        // The very card that was clicked shows how far it is, and no second one comes.
        await anna.Card("Nog nodig");
        await stage.Picture("Anna", "Het versturen is bezig.", "underway");
        await anna.Card("Het versturen is klaar.");
        Assert.Equal(1, await anna.CountCards("Het versturen is klaar."));
        await stage.Picture("Anna", "Het versturen is klaar.", "done");
        await bram.Card("Uitnodiging: werksessie");

        await anna.Say("verzendingen");
        await stage.Picture("Anna", "Verzendingen", "list");
        await anna.Press("Verzendingen", "Bekijken");
        await anna.Press("Het versturen is klaar.", "Corrigeren");
        await anna.Fill("Corrigeren wat verstuurd is", "Wat moet er boven staan? Leeg haalt de regel weg.", "De zaal is op de eerste verdieping.");
        await anna.Press("Corrigeren wat verstuurd is", "Doorvoeren");
        await bram.Card("Correctie: De zaal is op de eerste verdieping.");
        await stage.Picture("Bram", "Correctie: De zaal is op de eerste verdieping.", "corrected");
        // Both of her cards follow.
        while (await anna.CountCards("De correctie is doorgevoerd.") < 2) await Task.Delay(TimeSpan.FromMilliseconds(200), Cancellation);

        await anna.Press("De correctie is doorgevoerd.", "Intrekken");
        await anna.Fill("Intrekken wat verstuurd is", "Waarom trekt u het in?", "De datum klopt niet.");
        await anna.Press("Intrekken wat verstuurd is", "Ja, intrekken");
        await bram.Card("Dit bericht is ingetrokken.");
        await stage.Picture("Bram", "Dit bericht is ingetrokken.", "taken back");
        await anna.Card("Het bericht is ingetrokken.");
        await stage.Picture("Anna", "Het bericht is ingetrokken.", "taken back, organiser");
    }

    /// <summary>People whose chat is Bram's, so that there is a client that shows what they get, and two whom nothing reaches: one by mail, one not at all.</summary>
    private static async Task Fill(Stage stage, PlaygroundClient bram)
    {
        using var database = stage.OpenStore();
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
}
