using Microsoft.Playwright;

namespace LeerkringBot.EndToEnd.Story;

/// <summary>An organiser makes and changes a gathering in the Playground, as in Teams.</summary>
[Collection("Playgrounds")]
public sealed class AuthoringTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task An_organiser_makes_a_gathering_step_by_step_and_then_changes_and_cancels_it()
    {
        await using var stage = await Stage.Open(browser, nameof(AuthoringTests), "Anna");
        await stage.Play(async () =>
        {
            await Make(stage, stage["Anna"]);
            await Change(stage, stage["Anna"]);
            await Cancel(stage, stage["Anna"]);
        });
    }

    private static async Task Make(Stage stage, PlaygroundClient anna)
    {
        await anna.Say("nieuwe bijeenkomst");
        await anna.Card("Stap 1 van 6");
        // The client itself holds back what is empty.
        await anna.Press("Stap 1 van 6", "Verder");
        await anna.Card("Vul een titel in.");
        await stage.Picture(anna, "held back");
        await anna.Fill("Stap 1 van 6", "Titel", "Opstartsessie Ontwikkeltrajecten");
        await anna.Fill("Stap 1 van 6", "Soort bijeenkomst", "opstartsessie");
        await anna.Fill("Stap 1 van 6", "Datum", "2027-06-03");
        await anna.Fill("Stap 1 van 6", "Begint om", "16:00");
        await anna.Fill("Stap 1 van 6", "Eindigt om", "10:00");
        await anna.Fill("Stap 1 van 6", "Waarom zou iemand komen?", "Voor gemeenten met een plan.\n\nMet vijf ontwikkeltrajecten.");
        await anna.Press("Stap 1 van 6", "Verder");
        await anna.Card("Het einde moet na het begin zijn.");
        await stage.Picture(anna, "mistake");
        await anna.Fill("Stap 1 van 6", "Begint om", "09:30");
        await anna.Fill("Stap 1 van 6", "Eindigt om", "16:00");
        await anna.Press("Stap 1 van 6", "Verder");

        await anna.Fill("Stap 2 van 6", "Naam van de plaats", "De Vergadering");
        await anna.Fill("Stap 2 van 6", "Straat, nummer en plaats", "Stationsplein 12, Utrecht");
        await anna.Press("Stap 2 van 6", "Verder");

        await anna.Fill("Stap 3 van 6", "Programma (mag leeg blijven)", "09:30 - 10:00\tInloop\n10.00-12.30 Eerste ronde | Trouwzaal\n13.30 – 16.00 uur Tweede ronde");
        await stage.Picture(anna, "programme");
        await anna.Press("Stap 3 van 6", "Verder");

        await anna.Card("Stap 4 van 6");
        await stage.Picture(anna, "places");
        await anna.Fill("Stap 4 van 6", "Aantal plaatsen", "40");
        await anna.Tick("Stap 4 van 6", "Griffiers");
        await anna.Tick("Stap 4 van 6", "Burgemeesters");
        await anna.Tick("Stap 4 van 6", "Een aanmelding is voorlopig tot een organisator die bevestigt");
        await anna.Press("Stap 4 van 6", "Verder");

        await anna.Press("Stap 5 van 6", "Vraag toevoegen");
        await anna.Fill("Een vraag", "Wat wilt u vragen?", "Heeft uw gemeente een plan?");
        await anna.Press("Een vraag", "Ja of nee", AriaRole.Radio);
        await anna.Press("Een vraag", "Bewaar deze vraag");
        await anna.Press("Stap 5 van 6", "Vraag toevoegen");
        await anna.Fill("Een vraag", "Wat wilt u vragen?", "Welk plan?");
        await anna.Press("Een vraag", "In eigen woorden", AriaRole.Radio);
        await anna.Press("Een vraag", "Alleen bij dit antwoord op ‘Heeft uw gemeente een plan?’: ja", AriaRole.Radio);
        await stage.Picture(anna, "question");
        await anna.Press("Een vraag", "Bewaar deze vraag");
        await anna.Card("alleen bij dit antwoord op ‘Heeft uw gemeente een plan?’: ja");
        await stage.Picture(anna, "questions");
        await anna.Press("Stap 5 van 6", "Verder");

        await anna.Fill("Stap 6 van 6", "Rondes en sessies", "10.00-12.30\nKernendemocratie | 20\nSpelregels | 20\n\n13.30-16.00\nDemocratisch begroten | 30");
        await stage.Picture(anna, "rounds");
        await anna.Press("Stap 6 van 6", "Controleren en opslaan");
        await anna.Card("Er is nog niets opgeslagen.");
        await stage.Picture(anna, "review");
        await anna.Press("Er is nog niets opgeslagen.", "Opslaan");
        await anna.Card("De bijeenkomst is opgeslagen.");
        await stage.Picture(anna, "saved");
    }

    private static async Task Change(Stage stage, PlaygroundClient anna)
    {
        await anna.Press("De bijeenkomst is opgeslagen.", "Wijzigen");
        await anna.Press("Stap 1 van 6", "Verder");
        await anna.Fill("Stap 2 van 6", "Naam van de plaats", "Domstad");
        await anna.Press("Stap 2 van 6", "Controleren en opslaan");
        await anna.Card("Domstad");
        await anna.Press("Er is nog niets opgeslagen.", "Opslaan");
        await anna.Card("De bijeenkomst is gewijzigd.");
        await stage.Picture(anna, "changed");
    }

    private static async Task Cancel(Stage stage, PlaygroundClient anna)
    {
        await anna.Press("De bijeenkomst is gewijzigd.", "Alle bijeenkomsten");
        await anna.Card("Bijeenkomsten wijzigen");
        await stage.Picture(anna, "list");
        // The last one is the new one: the sample's come before it.
        await (await anna.Card("Bijeenkomsten wijzigen")).GetByRole(AriaRole.Button, new() { Name = "Afgelasten", Exact = true }).Last.ClickAsync();
        await anna.Fill("Afgelasten: Opstartsessie Ontwikkeltrajecten", "Waarom gaat het niet door?", "De zaal is afgebrand.");
        await stage.Picture(anna, "cancel");
        await anna.Press("Afgelasten: Opstartsessie Ontwikkeltrajecten", "Ja, gelast af");
        await anna.Card("De bijeenkomst gaat niet door.");
        await stage.Picture(anna, "cancelled");
    }
}
