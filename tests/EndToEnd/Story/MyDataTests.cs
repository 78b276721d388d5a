using System.Text.Json.Nodes;
using LeerkringBot.Infrastructure.Storage;
using Microsoft.Playwright;

namespace LeerkringBot.EndToEnd.Story;

/// <summary>Somebody sees, corrects, takes along and deletes what is stored about them: the real program and the Playground.</summary>
[Collection("Playgrounds")]
public sealed class MyDataTests(Browser browser) : IClassFixture<Browser>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_chooses_a_role_downloads_everything_and_is_deleted()
    {
        await using var stage = await Stage.Open(browser, nameof(MyDataTests), "Anna");
        await stage.Play(() => Play(stage, stage["Anna"]));
        Assert.Empty(await Remains(stage, stage["Anna"]));
    }

    private static async Task Play(Stage stage, PlaygroundClient anna)
    {
        await anna.Say("hallo");
        await anna.Press("Dag Anna de Wit", "Mijn gegevens");
        await anna.Press("Uw naam en e-mailadres komen uit Teams.", "Gemeente wijzigen");
        await anna.Choose("Werkt u voor de gemeente Waalwijk?", "Uw rol, als u die wilt noemen. Kies daarna hierboven.", "griffier");
        await stage.Picture(anna, "municipality");
        await anna.Press("Werkt u voor de gemeente Waalwijk?", "Ja, Waalwijk");
        await anna.Card("Genoteerd: Waalwijk.");

        await anna.Say("mijn gegevens");
        await anna.Card("griffier");
        await stage.Picture(anna, "my data");
        await anna.Press("Uw naam en e-mailadres komen uit Teams.", "Download mijn gegevens");
        await anna.Card("Uw bestand staat klaar.");
        await stage.Picture(anna, "file");
        var file = JsonNode.Parse(await stage.Fetch(await anna.Follow("Uw bestand staat klaar.", "Downloaden", "/bestand/")))!;
        Assert.Equal(("Anna de Wit", "Waalwijk", "griffier"), ((string)file["Over u"]![0]!["Naam"]!, (string)file["Over u"]![0]!["Gemeente of organisatie"]!, (string)file["Over u"]![0]!["Rol"]!));
        Assert.NotEmpty(await Remains(stage, anna));

        await anna.Say("mijn gegevens");
        await anna.Press("Uw naam en e-mailadres komen uit Teams.", "Verwijder mij");
        await anna.Card("Dit kunt u niet terugdraaien.");
        await stage.Picture(anna, "delete me");
        await anna.Press("Dit kunt u niet terugdraaien.", "Ja, verwijder mij");
        await anna.Card("U bent verwijderd.");
        await stage.Picture(anna, "deleted");
    }

    /// <summary>Every key and value of every table that has Anna's id, name or address, read past the bot.</summary>
    private static async Task<IReadOnlyList<string>> Remains(Stage stage, PlaygroundClient person)
    {
        string[] traces = [person.Acting.ObjectId, person.Acting.Name, "anna.dewit@"];
        using var database = stage.OpenStore();
        var tables = new SqliteTables(database);
        var found = new List<string>();
        foreach (var table in TableNames.All)
            await foreach (var row in tables[table].All(Cancellation))
                found.AddRange(row.Values.Select(value => $"{value.Value}").Append(row.PartitionKey).Append(row.RowKey).Where(text => traces.Any(trace => text.Contains(trace, StringComparison.OrdinalIgnoreCase))).Select(text => $"{table} {row.RowKey}: {text}"));
        return found;
    }
}
