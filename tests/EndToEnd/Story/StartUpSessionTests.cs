using Microsoft.Playwright;

namespace LeerkringBot.EndToEnd.Story;

/// <summary>The invitation with rounds, tracks, questions and an organiser who confirms.</summary>
[Collection("Playgrounds")]
public sealed class StartUpSessionTests(Browser browser) : IClassFixture<Browser>
{
    private const string Gathering = "opstartsessie";
    private const string Invitation = "Uitnodiging: opstartsessie";
    private const string Form = "Uw antwoorden en keuzes";
    private const string Plan = "Heeft uw gemeente een concreet project of plan?";
    private const string Description = "Kunt u dat project of plan kort omschrijven?";
    private const string Provisional = "Uw aanmelding is voorlopig.";
    private const string Villages = "Kernendemocratie (nog 1 plaats)";
    private const string Budget = "Democratisch begroten: van initiatievenpotje tot burgerbegroting (nog 30 plaatsen)";
    private const string Requests = "Aanmeldingen om te bevestigen";

    [Fact]
    public async Task People_answer_and_choose_an_organiser_decides_and_a_track_that_was_full_comes_free()
    {
        await using var stage = await Stage.Open(browser, nameof(StartUpSessionTests), "Anna", "Bram", "Carla");
        await stage.Play(async () =>
        {
            await OnePlaceForVillages(stage);
            await BramAnswers(stage);
            await Asks(stage["Carla"], "Lochem", Villages);
            await Asks(stage["Anna"], "Waalwijk", Villages);
            await Decide(stage);
            await MyRegistrations(stage, "Anna", "Kernendemocratie (wachtlijst, plaats 1)");
            await BramChangesTrack(stage);
            await Cater(stage);
            await Export(stage);
            await MyRegistrations(stage, "Bram", "U bent aangemeld.");
            await MyRegistrations(stage, "Carla", "Uw aanmelding kon niet doorgaan. Reden: Er is plaats voor twee gemeenten.");
        });
    }

    private static async Task OnePlaceForVillages(Stage stage)
    {
        var anna = stage["Anna"];
        await anna.Say("bijeenkomst wijzigen");
        await anna.PressBeside("Bijeenkomsten wijzigen", "Congrescentrum De Vergadering", "Wijzigen");
        await anna.Press("Stap 1 van 6", "Controleren en opslaan");
        await anna.Press("Er is nog niets opgeslagen.", "Rondes en sessies");
        var rounds = (await anna.Card("Stap 6 van 6")).GetByRole(AriaRole.Textbox);
        await rounds.FillAsync((await rounds.InputValueAsync()).Replace("Kernendemocratie | 20", "Kernendemocratie | 1", StringComparison.Ordinal));
        await anna.Press("Stap 6 van 6", "Controleren en opslaan");
        await anna.Press("Er is nog niets opgeslagen.", "Opslaan");
        await anna.Card("De bijeenkomst is gewijzigd.");
    }

    private static async Task BramAnswers(Stage stage)
    {
        var bram = stage["Bram"];
        await Open(bram);
        await stage.Picture("Bram", Invitation, "invitation");
        await bram.Press(Invitation, "Ik kom");
        await bram.Press("Werkt u voor de gemeente Meierijstad?", "Ja, Meierijstad");
        await bram.Card(Form);
        await stage.Picture("Bram", Form, "form");
        await bram.Press(Form, "Versturen");
        await bram.Card("Geef hier een antwoord.");
        await stage.Picture("Bram", Form, "held back");
        await bram.Press(Form, "Ja", AriaRole.Radio);
        await bram.Press(Form, "Versturen");
        await bram.Card("Kies in ten minste één ronde een traject.");
        await bram.Card(Description);
        await stage.Picture("Bram", Form, "what is missing");
        await bram.Press(Form, Villages, AriaRole.Radio);
        await bram.Press(Form, Budget, AriaRole.Radio);
        await bram.Fill(Form, Description, "Een burgerbegroting in drie kernen.");
        await bram.Fill(Form, "Dieetwensen", "vegetarisch");
        await bram.Press(Form, "Versturen");
        await bram.Card(Provisional);
        await stage.Picture("Bram", Provisional, "provisional");
    }

    private static async Task Asks(PlaygroundClient person, string municipality, string track)
    {
        await Open(person);
        await person.Press(Invitation, "Ik kom");
        await person.Press($"Werkt u voor de gemeente {municipality}?", $"Ja, {municipality}");
        await person.Press(Form, track, AriaRole.Radio);
        await person.Press(Form, "Nee", AriaRole.Radio);
        await person.Press(Form, "Versturen");
        await person.Card(Provisional);
    }

    private static async Task Open(PlaygroundClient person)
    {
        await person.Say("agenda");
        await person.PressBeside("Agenda", "Congrescentrum De Vergadering", "Bekijk de uitnodiging");
    }

    private static async Task Decide(Stage stage)
    {
        var anna = stage["Anna"];
        await Overview(anna);
        await stage.Picture("Anna", "Verander het aantal plaatsen", "overview");
        await anna.Press("Verander het aantal plaatsen", "Bevestigen (3)");
        await anna.Card("Een burgerbegroting in drie kernen.");
        await stage.Picture("Anna", Requests, "requests");
        await anna.PressBeside(Requests, "Bram Kuipers (Meierijstad)", "Bevestigen");
        await anna.Card("Bevestigd: 1 met een plaats");
        await stage["Bram"].Card("Uw aanmelding is bevestigd. Tot dan!");
        await stage.Picture("Bram", "Uw aanmelding is bevestigd. Tot dan!", "confirmed");

        await anna.PressBeside(Requests, "Carla Mulder (Lochem)", "Afwijzen");
        await anna.Card("Vul eerst een reden in.");
        await stage.Picture("Anna", Requests, "reason first");
        await anna.Fill(Requests, "Reden als u afwijst", "Er is plaats voor twee gemeenten.");
        await anna.PressBeside(Requests, "Carla Mulder (Lochem)", "Afwijzen");
        await anna.Card("Afgewezen: 1.");
        await stage["Carla"].Card("Uw aanmelding kon niet doorgaan. Reden: Er is plaats voor twee gemeenten.");
        await stage.Picture("Carla", "Uw aanmelding kon niet doorgaan.", "declined");

        await anna.PressBeside(Requests, "Anna de Wit (Waalwijk)", "Bevestigen");
        await anna.Card("Er wachten geen aanmeldingen.");
        await anna.Card("Kernendemocratie (wachtlijst, plaats 1)");
    }

    private static async Task BramChangesTrack(Stage stage)
    {
        var (anna, bram) = (stage["Anna"], stage["Bram"]);
        await bram.Press("Uw aanmelding is bevestigd. Tot dan!", "Antwoorden en keuzes");
        await bram.Card("Een burgerbegroting in drie kernen.");
        await stage.Picture("Bram", Form, "change");
        await bram.Press(Form, "Spelregels voor democratische processen (nog 20 plaatsen)", AriaRole.Radio);
        await bram.Press(Form, "Versturen");
        await bram.Card("U bent aangemeld.");
        await anna.Card("Er is een plaats vrijgekomen in het traject dat u koos. U hebt die plaats nu.");
        await stage.Picture("Anna", "Er is een plaats vrijgekomen in het traject dat u koos.", "track came free");

        var rows = await stage.Rows(Gathering);
        Assert.Equal(
            [("Anna", "kernendemocratie"), ("Bram", "spelregels begroten")],
            ((string[])["Anna", "Bram"]).Select(name => (name, rows[$"r|{Gathering}|{stage[name].Acting.ObjectId}"].Text("Tracks"))));
        Assert.Equal(2, rows[$"g|{Gathering}"].Whole("Participants"));
    }

    private static async Task Cater(Stage stage)
    {
        var anna = stage["Anna"];
        await Overview(anna);
        await anna.Card("1 deelnemer heeft dieetwensen of iets anders doorgegeven.");
        await anna.Press("Verander het aantal plaatsen", "Dieetwensen");
        var before = await anna.Card("Dat doet nog niemand.");
        Assert.DoesNotContain("Bram", await before.InnerTextAsync(), StringComparison.Ordinal);
        await stage.Picture("Anna", "Dat doet nog niemand.", "nobody caters");
        await anna.Press("Dat doet nog niemand.", "Ik regel de catering");
        await anna.Card("vegetarisch");
        await anna.Card("Bram Kuipers (Meierijstad)");
        await stage.Picture("Anna", "Alleen u ziet deze namen.", "caters");
    }

    private static async Task Export(Stage stage)
    {
        var anna = stage["Anna"];
        await Overview(anna);
        await stage.Picture("Anna", "Verander het aantal plaatsen", "overview afterwards");
        await anna.Press("Verander het aantal plaatsen", "Deelnemers als Excel");
        await anna.Card("Uw bestand staat klaar.");
        await stage.Picture("Anna", "Uw bestand staat klaar.", "workbook");
        var sheets = await LibreOffice.ToCsv(await stage.Fetch(await anna.Follow("Uw bestand staat klaar.", "Downloaden", "/bestand/")), TestContext.Current.CancellationToken);
        var participants = sheets["Deelnemers"].Split('\n');
        var bram = Assert.Single(participants, line => line.Contains("Bram Kuipers", StringComparison.Ordinal));
        foreach (var told in (string[])["Meierijstad", "Spelregels voor democratische processen", "Een burgerbegroting in drie kernen.", "komt"]) Assert.Contains(told, bram, StringComparison.Ordinal);
        Assert.Contains("afgewezen: Er is plaats voor twee gemeenten.", Assert.Single(participants, line => line.Contains("Carla Mulder", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("vegetarisch", string.Concat(sheets.Values), StringComparison.Ordinal);
    }

    private static async Task MyRegistrations(Stage stage, string name, string state)
    {
        await stage[name].Say("mijn aanmeldingen");
        var mine = await stage[name].Card("Mijn aanmeldingen");
        Assert.Contains(state, await mine.InnerTextAsync(), StringComparison.Ordinal);
        await stage.Picture(name, "Mijn aanmeldingen", $"my registrations, {name}");
    }

    private static async Task Overview(PlaygroundClient anna)
    {
        await anna.Say("overzicht");
        await anna.PressBeside("Overzicht", "Congrescentrum De Vergadering", "Wie komt er?");
        await anna.Card("Verander het aantal plaatsen");
    }
}
