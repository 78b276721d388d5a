using LeerkringBot.Domain;
using Microsoft.Playwright;

namespace LeerkringBot.EndToEnd.Story;

/// <summary>An organiser asks who hosts a gathering; two municipalities offer; one is chosen, and everybody concerned hears it.</summary>
[Collection("Playgrounds")]
public sealed class HostPollTests(Browser browser) : IClassFixture<Browser>
{
    private const string Question = "Wie wil gastgemeente zijn?";
    private const string Offers = "Wie biedt zich aan?";
    private const string Sure = "Wordt Meierijstad de gastgemeente?";

    [Fact]
    public async Task Municipalities_offer_to_host_and_the_gathering_gets_the_host_and_place_of_the_one_that_is_chosen()
    {
        await using var stage = await Stage.Open(browser, nameof(HostPollTests), "Anna", "Bram", "Dirk");
        await stage.Play(async () =>
        {
            var (anna, bram, dirk) = (stage["Anna"], stage["Bram"], stage["Dirk"]);
            await bram.Say("mijn gemeente");
            await bram.Press("Meierijstad", "Ja, Meierijstad");
            await dirk.Say("mijn gemeente");
            await dirk.Press("Coevorden", "Ja, Coevorden");
            await Make(stage, anna);
            await Offer(stage, bram, dirk);
            await Choose(stage, anna, bram, dirk);
        });
    }

    private static async Task Make(Stage stage, PlaygroundClient anna)
    {
        await anna.OpenPersonalChat();
        await anna.Say("nieuwe peiling");
        await anna.Press("Wat voor peiling wilt u maken?", "Gastgemeente");
        // The client itself holds back what is empty.
        await anna.Press("Stap 1 van 3", "Verder");
        await stage.Picture("Anna", "Kies de bijeenkomst.", "held back");
        await anna.Select("Stap 1 van 3", "Voor welke bijeenkomst?", "Opstartsessie");
        await anna.Fill("Stap 1 van 3", "Uitleg", "Wij zoeken een zaal voor 40 mensen, met koffie.");
        await anna.Press("Stap 1 van 3", "Verder");
        await anna.Press("Stap 2 van 3", "Verder");
        await stage.Picture("Anna", "Stap 3 van 3", "who and until when");
        await anna.Press("Stap 3 van 3", "Naar het voorbeeld");
        await stage.Picture("Anna", "Zo ziet de peiling eruit.", "preview");
        await anna.Press("Zo ziet de peiling eruit.", "Opslaan en openen");
        await anna.Press("De peiling is opgeslagen en staat open.", "Versturen");
        await anna.Press("Peiling versturen", "Iedereen in het netwerk", AriaRole.Radio);
        await anna.Press("Peiling versturen", "Laat het voorbeeld zien");
        await anna.Press("Dit is een voorbeeld. Er is nog niets verstuurd.", "Versturen");
        await anna.Card("Het versturen is klaar.");
    }

    private static async Task Offer(Stage stage, PlaygroundClient bram, PlaygroundClient dirk)
    {
        await stage.Picture("Bram", Question, "asked");
        await bram.Fill(Question, "Gebouw en zaal", "Gemeentehuis, raadzaal");
        await bram.Fill(Question, "Adres", "Stadhuisplein 1, Veghel");
        await bram.Fill(Question, "Ruimte voor hoeveel mensen", "veertig");
        await bram.Press(Question, "Aanbieden");
        await bram.Card("Vul een aantal in, bijvoorbeeld 40.");
        await stage.Picture("Bram", "Vul een aantal in, bijvoorbeeld 40.", "mistake");
        await bram.Fill("Vul een aantal in, bijvoorbeeld 40.", "Ruimte voor hoeveel mensen", "40");
        await bram.Press("Vul een aantal in, bijvoorbeeld 40.", "Aanbieden");
        await bram.Card("Het antwoord van de gemeente Meierijstad: Ja, graag.");
        await stage.Picture("Bram", "Het antwoord van de gemeente Meierijstad: Ja, graag.", "offered");

        await dirk.Fill(Question, "Gebouw en zaal", "Hof van Coevorden");
        await dirk.Fill(Question, "Adres", "Kasteel 31, Coevorden");
        await dirk.Fill(Question, "Ruimte voor hoeveel mensen", "60");
        await dirk.Fill(Question, "Toelichting", "Met lunch, vlak bij het station.");
        await dirk.Press(Question, "Aanbieden");
        await dirk.Card("Het antwoord van de gemeente Coevorden: Ja, graag.");
    }

    private static async Task Choose(Stage stage, PlaygroundClient anna, PlaygroundClient bram, PlaygroundClient dirk)
    {
        await anna.Say("overzicht");
        await anna.PressBeside("Overzicht", Question, "Wie antwoordde wat?");
        await stage.Picture("Anna", "Nog geen antwoord", "overview");
        await anna.Press("Nog geen antwoord", Offers);
        await anna.Card("Hof van Coevorden");
        await stage.Picture("Anna", "Hof van Coevorden", "offers");
        await anna.Press("Hof van Coevorden", "Kies Meierijstad");
        await stage.Picture("Anna", Sure, "sure");
        await anna.Press(Sure, "Ja, kies Meierijstad");
        await anna.Card("Meierijstad is gekozen als gastgemeente.");
        await stage.Picture("Anna", "Meierijstad is gekozen als gastgemeente.", "chosen");

        await bram.Card("Uw gemeente Meierijstad is gekozen als gastgemeente");
        await stage.Picture("Bram", "Uw gemeente Meierijstad is gekozen als gastgemeente", "told, chosen");
        await dirk.Card("Meierijstad wordt gastgemeente");
        await stage.Picture("Dirk", "Meierijstad wordt gastgemeente", "told, another");

        var row = (await stage.Rows("opstartsessie")).Single(one => one.Key.StartsWith("d|", StringComparison.Ordinal)).Value;
        var details = string.Concat(row.Values.Values.OfType<string>());
        Assert.Contains("Gemeentehuis, raadzaal", details, StringComparison.Ordinal);
        Assert.Contains("gemeente Meierijstad", details, StringComparison.Ordinal);
        await dirk.Say("agenda");
        await dirk.PressBeside("Agenda", "Opstartsessie", "Bekijk de uitnodiging");
        await dirk.Card("Gemeentehuis, raadzaal");
        await stage.Picture("Dirk", "Gemeentehuis, raadzaal", "invitation");
    }
}
