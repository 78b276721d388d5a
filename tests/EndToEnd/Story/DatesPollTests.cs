using System.Globalization;
using LeerkringBot.Domain;
using Microsoft.Playwright;

namespace LeerkringBot.EndToEnd.Story;

/// <summary>An organiser asks which of ten dates suits; people answer, one corrects a colleague; the best date becomes a draft of a gathering.</summary>
[Collection("Playgrounds")]
public sealed class DatesPollTests(Browser browser) : IClassFixture<Browser>
{
    private const string Question = "Wanneer houden wij de voorjaarssessie?";
    private const string Saved = "De peiling is opgeslagen en staat open.";

    // Two months ahead: always to come.
    private static readonly DateOnly First = DutchTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(60);

    [Fact]
    public async Task Of_ten_dates_the_one_that_suits_best_becomes_a_draft_of_a_gathering()
    {
        await using var stage = await Stage.Open(browser, nameof(DatesPollTests), "Anna", "Bram", "Dirk");
        await stage.Play(async () =>
        {
            var (anna, bram, dirk) = (stage["Anna"], stage["Bram"], stage["Dirk"]);
            await bram.Say("mijn gemeente");
            await bram.Press("Meierijstad", "Ja, Meierijstad");
            await dirk.Say("mijn gemeente");
            await dirk.Choose("Coevorden", "Een andere gemeente? Kies die hier", "Meierijstad");
            await dirk.Press("Coevorden", "Dit is mijn gemeente");
            await dirk.Card("Genoteerd: Meierijstad.");
            await Make(stage, anna);
            await Answer(stage, anna, bram, dirk);
            await Choose(stage, anna);
        });
    }

    private static async Task Make(Stage stage, PlaygroundClient anna)
    {
        await anna.OpenPersonalChat();
        await anna.Say("mijn gemeente");
        await anna.Press("Waalwijk", "Ja, Waalwijk");
        await anna.Say("nieuwe peiling");
        await anna.Press("Wat voor peiling wilt u maken?", "Datumprikker");
        await anna.Fill("Stap 1 van 3", "Vraag", Question);
        await anna.Press("Stap 1 van 3", "Verder");
        for (var day = 0; day < 10; day++)
        {
            await anna.Fill("Stap 2 van 3", "Datum erbij", Date(day));
            // Proposed for the next ones.
            if (day == 0)
            {
                await anna.Fill("Stap 2 van 3", "Begin", "13:30");
                await anna.Fill("Stap 2 van 3", "Einde", "12:30");
                await anna.Press("Stap 2 van 3", "Datum toevoegen");
                await anna.Card("Het einde moet na het begin zijn.");
                await stage.Picture("Anna", "Het einde moet na het begin zijn.", "mistake");
                await anna.Fill("Stap 2 van 3", "Einde", "16:30");
            }

            await anna.Press("Stap 2 van 3", "Datum toevoegen");
            await anna.Card(Words(day));
            // Sent before it is ticked, the date would go again.
            await anna.SeesTicked("Stap 2 van 3", Words(day));
        }

        await stage.Picture("Anna", Words(9), "ten dates");
        await anna.Press("Stap 2 van 3", "Verder");
        await anna.Press("Stap 3 van 3", "Naar het voorbeeld");
        await stage.Picture("Anna", "Zo ziet de peiling eruit.", "preview");
        await anna.Press("Zo ziet de peiling eruit.", "Opslaan en openen");
        await anna.Press(Saved, "Versturen");
        await anna.Press("Peiling versturen", "Iedereen in het netwerk", AriaRole.Radio);
        await anna.Press("Peiling versturen", "Laat het voorbeeld zien");
        await anna.Press("Dit is een voorbeeld. Er is nog niets verstuurd.", "Versturen");
        await anna.Card("Het versturen is klaar.");
    }

    private static async Task Answer(Stage stage, PlaygroundClient anna, PlaygroundClient bram, PlaygroundClient dirk)
    {
        await stage.Picture("Bram", Question, "asked");
        for (var day = 0; day < 10; day++) await bram.Select(Question, Words(day), day == 4 ? "ja" : "nee");
        await bram.Press(Question, "Antwoord geven");
        await bram.Card("Het antwoord van de gemeente Meierijstad: 1 ja, 0 als het moet, 9 nee.");
        await stage.Picture("Bram", "Het antwoord van de gemeente Meierijstad: 1 ja", "answered");

        await anna.Select(Question, Words(4), "ja");
        await anna.Select(Question, Words(6), "als het moet");
        await anna.Press(Question, "Antwoord geven");
        await anna.Card("Het antwoord van de gemeente Waalwijk: 1 ja, 1 als het moet, 8 nee.");

        await dirk.Select(Question, Words(4), "als het moet");
        await dirk.Select(Question, Words(6), "ja");
        await dirk.Press(Question, "Antwoord geven");
        await dirk.Card("Uw collega Bram Kuipers heeft op");
        await dirk.Card("was ja, wordt als het moet");
        await stage.Picture("Dirk", "Uw collega Bram Kuipers heeft op", "confirm");
        await dirk.Press("Uw collega Bram Kuipers heeft op", "Ja, wijzig het antwoord");
        await dirk.Card("Bram Kuipers krijgt bericht van deze wijziging.");
        await bram.Card("Uw collega Dirk Postma heeft het antwoord van de gemeente Meierijstad gewijzigd of aangevuld.");
        await stage.Picture("Bram", "Uw collega Dirk Postma heeft het antwoord", "told");
    }

    private static async Task Choose(Stage stage, PlaygroundClient anna)
    {
        await Dates(anna);
        await stage.Picture("Anna", "Welke datum wordt het?", "which date");
        await anna.Press("Welke datum wordt het?", "Kies deze datum");
        await anna.Card("Dit is een concept met de gekozen datum. Vul de rest in.");
        await stage.Picture("Anna", "Dit is een concept met de gekozen datum.", "draft");
        var form = await anna.Card("Dit is een concept met de gekozen datum.");
        Assert.Contains(Words(4), await form.GetByLabel("Datum").First.InputValueAsync(), StringComparison.Ordinal);
        await anna.Fill("Stap 1 van 6", "Titel", "Voorjaarssessie");
        await anna.Fill("Stap 1 van 6", "Soort bijeenkomst", "werksessie");
        await anna.Fill("Stap 1 van 6", "Waarom zou iemand komen?", "Wij maken samen de agenda.");
        await anna.Press("Stap 1 van 6", "Verder");
        await anna.Fill("Stap 2 van 6", "Naam van de plaats", "Stadhuis");
        await anna.Fill("Stap 2 van 6", "Straat, nummer en plaats", "Raadhuisplein 2, Waalwijk");
        await anna.Press("Stap 2 van 6", "Verder");
        await anna.Press("Stap 3 van 6", "Verder");
        await anna.Press("Stap 4 van 6", "Verder");
        await anna.Press("Stap 5 van 6", "Verder");
        await anna.Press("Stap 6 van 6", "Controleren en opslaan");
        await anna.Press("Er is nog niets opgeslagen.", "Opslaan");
        await anna.Card("De bijeenkomst is opgeslagen.");
        await stage.Picture("Anna", "De bijeenkomst is opgeslagen.", "saved");

        // Once more is told what there is.
        await Dates(anna);
        await anna.Press("Welke datum wordt het?", "Kies deze datum");
        await anna.Card("Voor deze datum is al een bijeenkomst gemaakt.");
    }

    private static async Task Dates(PlaygroundClient anna)
    {
        await anna.Say("overzicht");
        await anna.PressBeside("Overzicht", Question, "Wie antwoordde wat?");
        await anna.Press("Nog geen antwoord", "Datum kiezen");
        await anna.Card("Welke datum wordt het?");
    }

    private static string Date(int day) => First.AddDays(3 * day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // "4 februari": with its weekday and times around it on every card.
    private static string Words(int day) => First.AddDays(3 * day).ToString("d MMMM", CultureInfo.GetCultureInfo("nl-NL"));
}
