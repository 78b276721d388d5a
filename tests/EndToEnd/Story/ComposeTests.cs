using LeerkringBot.Domain;
using Microsoft.Playwright;

namespace LeerkringBot.EndToEnd.Story;

/// <summary>An organiser writes a message, gets a proof, schedules it, copies another, picks who gets it and changes the text afterwards: the real program and the Playground.</summary>
[Collection("Playgrounds")]
public sealed class ComposeTests(Browser browser) : IClassFixture<Browser>
{
    private const string NotSent = "Dit is een voorbeeld. Er is nog niets verstuurd.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_organiser_writes_schedules_copies_and_puts_right()
    {
        await using var stage = await Stage.Open(browser, nameof(ComposeTests), "Anna", "Bram");
        await stage.Play(() => Play(stage));
    }

    private static async Task Play(Stage stage)
    {
        var (anna, bram) = (stage["Anna"], stage["Bram"]);
        await bram.OpenPersonalChat();
        await bram.Say("agenda");
        await bram.Card("Agenda");
        await anna.OpenPersonalChat();
        await anna.Say("bericht");
        await stage.Picture("Anna", "Bericht schrijven", "write");
        await anna.Fill("Bericht schrijven", "Titel", "De inspiratiebundel is er");
        await anna.Fill("Bericht schrijven", "Waar gaat de knop heen? (mag leeg blijven)", "bron.example/bundel");
        await anna.Press("Bericht schrijven", "Verder");
        await stage.Picture("Anna", "Schrijf een tekst.", "mistakes");
        await anna.Fill("Schrijf een tekst.", "Bericht", "Beste mensen,\n\nDe bundel is klaar.\nVeel leesplezier!");
        await anna.Fill("Schrijf een tekst.", "Wat staat er op de knop? (mag leeg blijven)", "Lees de bundel");
        await anna.Fill("Schrijf een tekst.", "Waar gaat de knop heen? (mag leeg blijven)", "https://bron.example/bundel");
        await anna.Press("Schrijf een tekst.", "Verder");
        await stage.Picture("Anna", "Aan wie gaat dit bericht?", "to whom");
        await anna.Press("Aan wie gaat dit bericht?", "Bepaalde personen", AriaRole.Radio);
        await anna.Press("Aan wie gaat dit bericht?", "Laat het voorbeeld zien");
        await anna.Fill("Welke personen?", "Zoek op naam, gemeente of e-mailadres. Meer tegelijk: met komma’s ertussen.", bram.Acting.Name.Split(' ')[0]);
        await anna.Press("Welke personen?", "Zoeken");
        await anna.Tick("Welke personen?", bram.Acting.Name);
        await stage.Picture("Anna", "Welke personen?", "picked");
        await anna.Press("Welke personen?", "Verder");
        await stage.Picture("Anna", NotSent, "preview");

        await anna.Press(NotSent, "Stuur mij een proef");
        await stage.Picture("Anna", "Dit is een proef, alleen voor u.", "proof");
        Assert.Equal(0, await bram.CountCards("De inspiratiebundel is er"));

        await anna.Press(NotSent, "Later versturen");
        var moment = DutchTime.WallClock(TimeProvider.System.GetUtcNow()).AddMinutes(2);
        await anna.Fill("Wanneer wilt u dit versturen?", "Dag", $"{moment:yyyy-MM-dd}");
        await anna.Fill("Wanneer wilt u dit versturen?", "Tijd (Nederlandse tijd)", $"{moment:HH:mm}");
        await stage.Picture("Anna", "Wanneer wilt u dit versturen?", "when");
        await anna.Press("Wanneer wilt u dit versturen?", "Inplannen");
        await stage.Picture("Anna", "Gepland: dit gaat weg op", "scheduled");

        await anna.Say("bron delen");
        await anna.Fill("Bron delen", "Titel", "Film over burgerpanels");
        await anna.Fill("Bron delen", "Waarom is dit de moeite waard?", "In tien minuten ziet u hoe Zeist het doet.");
        await anna.Fill("Bron delen", "Waar staat de bron?", "https://bron.example/film");
        await anna.Press("Bron delen", "Bewaren en later verder");
        await stage.Picture("Anna", "Bewaard als concept.", "list");
        await anna.PressBeside("Bewaard als concept.", "Film over burgerpanels", "Weggooien");
        await stage.Picture("Anna", "Weet u zeker dat u dit concept wilt weggooien?", "discard");
        await anna.Press("Weet u zeker dat u dit concept wilt weggooien?", "Ja, weggooien");
        await anna.Card("Het concept is weggegooid.");

        // At its moment: once, and the organiser hears how many.
        for (var i = 0; i < 200 && await bram.CountCards("De inspiratiebundel is er") == 0; i++) await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        await stage.Picture("Bram", "De inspiratiebundel is er", "got");
        while (await anna.CountCards("Het versturen is klaar.") < 2) await Task.Delay(TimeSpan.FromMilliseconds(200), Cancellation);
        Assert.Equal(1, await bram.CountCards("De inspiratiebundel is er"));
        await stage.Picture("Anna", "Het versturen is klaar.", "done");

        await anna.Press("Het versturen is klaar.", "Tekst wijzigen");
        await anna.Fill("kaart krijgt de nieuwe tekst", "Titel", "De inspiratiebundel, tweede druk");
        await stage.Picture("Anna", "kaart krijgt de nieuwe tekst", "change");
        await anna.Press("kaart krijgt de nieuwe tekst", "Doorvoeren");
        await stage.Picture("Bram", "De inspiratiebundel, tweede druk", "changed");
        await anna.Card("De correctie is doorgevoerd.");
        Assert.Equal(0, await bram.CountCards("De inspiratiebundel is er"));

        await anna.Press("De correctie is doorgevoerd.", "Kopiëren");
        await stage.Picture("Anna", "Dit is een kopie.", "copy");
        await anna.Press("Dit is een kopie.", "Versturen");
        await stage.Picture("Anna", "al aan dezelfde mensen gestuurd", "again");
        await anna.Press("al aan dezelfde mensen gestuurd", "Terug");
        await anna.Card(NotSent);
        await anna.Say("verzendingen");
        await anna.Card("Concepten");
        await stage.Picture("Anna", "Concepten", "list at the end");
    }
}
