using Microsoft.Playwright;

namespace LeerkringBot.EndToEnd.Story;

/// <summary>An organiser makes a poll and reminds who is silent; colleagues of one municipality answer, correct each other and tell more; the organiser sees who joins.</summary>
[Collection("Playgrounds")]
public sealed class PollTests(Browser browser) : IClassFixture<Browser>
{
    private const string Thorbecke = "Doet uw gemeente mee met een Thorbecke-experiment?";
    private const string Themes = "Waarover wilt u in december verder leren?";

    [Fact]
    public async Task A_poll_is_made_and_sent_and_another_answered_corrected_completed_and_counted()
    {
        await using var stage = await Stage.Open(browser, nameof(PollTests), "Anna", "Bram", "Dirk");
        await stage.Play(async () =>
        {
            await Make(stage);
            await AnswerSeveral(stage);
            await Correct(stage);
            await OnBehalf(stage);
        });
    }

    private static async Task Make(Stage stage)
    {
        var anna = stage["Anna"];
        await anna.OpenChannel();
        await anna.Sees("Ik ben er voor bijeenkomsten en peilingen.");
        await anna.OpenPersonalChat();
        await anna.Say("nieuwe peiling");
        await stage.Picture("Anna", "Wat voor peiling wilt u maken?", "templates");
        await anna.Press("Wat voor peiling wilt u maken?", "Vrije peiling");
        await anna.Fill("Stap 1 van 3", "Vraag", Themes);
        await anna.Fill("Stap 1 van 3", "Links, één per regel", "Inspiratiebundel vng.example");
        await anna.Press("Stap 1 van 3", "Verder");
        await anna.Card("Regel 1: begin het adres met https://");
        await stage.Picture("Anna", "Regel 1: begin het adres met https://", "mistake");
        await anna.Fill("Stap 1 van 3", "Links, één per regel", "Inspiratiebundel https://vng.example/bundel");
        await anna.Press("Stap 1 van 3", "Verder");
        await anna.Fill("Stap 2 van 3", "Antwoorden, één per regel", "Democratisch begroten\nKernendemocratie\nBurgerberaad met loting");
        await anna.Press("Stap 2 van 3", "meer antwoorden kiezen", AriaRole.Radio);
        await anna.Press("Stap 2 van 3", "Verder");
        await stage.Picture("Anna", "Stap 3 van 3", "who and until when");
        await anna.Press("Stap 3 van 3", "Naar het voorbeeld");
        await stage.Picture("Anna", "Zo ziet de peiling eruit.", "preview");
        await anna.Press("Zo ziet de peiling eruit.", "Opslaan en openen");
        await anna.Press("De peiling is opgeslagen en staat open.", "Versturen");
        await anna.Press("Peiling versturen", "Kanaal Bijeenkomsten van Leerkring", AriaRole.Radio);
        await anna.Press("Peiling versturen", "Laat het voorbeeld zien");
        await anna.Press("Dit is een voorbeeld. Er is nog niets verstuurd.", "Versturen");
        await anna.Card("Het versturen is klaar.");
        await anna.OpenChannel();
        await stage.Picture("Anna", Themes, "in the channel");
        await anna.OpenPersonalChat();
        await anna.Say("peiling");
        await anna.Press("Peiling versturen", $"Nieuw: {Thorbecke}", AriaRole.Radio);
        await anna.Press("Peiling versturen", "Kanaal Bijeenkomsten van Leerkring", AriaRole.Radio);
        await anna.Press("Peiling versturen", "Laat het voorbeeld zien");
        await anna.Press("Dit is een voorbeeld. Er is nog niets verstuurd.", "Versturen");
        await anna.Card($"Peiling: {Thorbecke}");
    }

    private static async Task AnswerSeveral(Stage stage)
    {
        var bram = stage["Bram"];
        await bram.Say("mijn gemeente");
        await bram.Press("Meierijstad", "Ja, Meierijstad");
        await RemindSilent(stage);
        await bram.Tick("Uw gemeente heeft nog niet geantwoord.", "Kernendemocratie");
        await bram.Tick("Uw gemeente heeft nog niet geantwoord.", "Burgerberaad met loting");
        await bram.Press("Uw gemeente heeft nog niet geantwoord.", "Antwoord geven");
        const string Answered = "Het antwoord van de gemeente Meierijstad: Kernendemocratie, Burgerberaad met loting.";
        await stage.Picture("Bram", Answered, "several answered");
        await bram.Press(Answered, "Meer over de uitslag");
        await stage.Picture("Bram", "Zo kwamen de antwoorden binnen", "result in full");
    }

    private static async Task RemindSilent(Stage stage)
    {
        var anna = stage["Anna"];
        await anna.Say("overzicht");
        await anna.PressBeside("Overzicht", Themes, "Wie antwoordde wat?");
        await anna.Press("Nog geen antwoord", "Wie antwoordde nog niet?");
        await anna.Card("De peiling staat ook in een kanaal.");
        await anna.Card("Bram Kuipers (contactambtenaar): nog niets gestuurd");
        await stage.Picture("Anna", "Nog niet geantwoord", "silent");
        await anna.Press("Nog niet geantwoord", "Stuur 1 persoon een herinnering");
        await anna.Card("Herinnering: " + Themes);
        await stage.Picture("Bram", "Uw gemeente heeft nog niet geantwoord.", "reminded");
    }

    private static async Task Correct(Stage stage)
    {
        var (bram, dirk) = (stage["Bram"], stage["Dirk"]);
        await bram.Say("peilingen");
        await bram.PressBeside("Peilingen", Thorbecke, "Bekijk de peiling");
        await bram.Press(Thorbecke, "Denkt erover na");
        await bram.Card("Het antwoord van de gemeente Meierijstad: Denkt erover na.");

        await dirk.Say("mijn gemeente");
        await dirk.Choose("Coevorden", "Een andere gemeente? Kies die hier", "Meierijstad");
        await dirk.Press("Coevorden", "Dit is mijn gemeente");
        await dirk.Card("Genoteerd: Meierijstad.");
        await dirk.Say("peilingen");
        await dirk.PressBeside("Peilingen", Thorbecke, "Bekijk de peiling");
        await dirk.Press("Het antwoord van de gemeente Meierijstad: Denkt erover na.", "Doet mee");
        await stage.Picture("Dirk", "Uw collega Bram Kuipers heeft op", "confirm");
        await dirk.Press("Uw collega Bram Kuipers heeft op", "Ja, verander in: Doet mee");
        await stage.Picture("Dirk", "Bram Kuipers krijgt bericht van deze wijziging.", "changed");
        await bram.Card("Uw collega Dirk Postma heeft het antwoord van de gemeente Meierijstad gewijzigd of aangevuld.");
        await stage.Picture("Bram", "Uw collega Dirk Postma heeft het antwoord", "told");

        await dirk.Press("Het antwoord van de gemeente Meierijstad: Doet mee.", "Meer vertellen");
        await dirk.Fill("Wilt u meer vertellen?", "Korte omschrijving", "Een regioraad met de buren");
        await dirk.Fill("Wilt u meer vertellen?", "Contactpersoon", "griffie, 14 0413");
        await stage.Picture("Dirk", "Wilt u meer vertellen?", "details");
        await dirk.Press("Wilt u meer vertellen?", "Bewaren");
        await dirk.Card("Het antwoord van de gemeente Meierijstad: Doet mee.");
    }

    private static async Task OnBehalf(Stage stage)
    {
        var anna = stage["Anna"];
        await anna.Say("overzicht");
        await anna.PressBeside("Overzicht", Thorbecke, "Wie antwoordde wat?");
        await anna.Press("Nog geen antwoord", "Antwoord invullen");
        await anna.Choose("Antwoord invullen voor een gemeente", "Gemeente", "Zeist");
        await anna.Press("Antwoord invullen voor een gemeente", "Doet mee", AriaRole.Radio);
        await anna.Fill("Antwoord invullen voor een gemeente", "Contactpersoon", "de gemeentesecretaris");
        await anna.Fill("Antwoord invullen voor een gemeente", "Hoe kwam het binnen?", "telefonisch, griffie");
        await stage.Picture("Anna", "Antwoord invullen voor een gemeente", "on behalf");
        await anna.Press("Antwoord invullen voor een gemeente", "Antwoord invullen");
        await stage.Picture("Anna", "Ingevuld voor de gemeente Zeist: Doet mee.", "overview");
        await anna.Press("Ingevuld voor de gemeente Zeist: Doet mee.", "Wie doet mee?");
        await anna.Card("Doet mee: 2 gemeenten");
        await anna.Card("Een regioraad met de buren");
        await anna.Card("de gemeentesecretaris");
        await stage.Picture("Anna", "Doet mee: 2 gemeenten", "joiners");
        await anna.Press("Doet mee: 2 gemeenten", "Excel-bestand");
        await anna.Card("peiling-");
    }
}
