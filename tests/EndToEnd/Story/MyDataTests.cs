using System.Text.Json.Nodes;
using LeerkringBot.Infrastructure.Storage;
using Microsoft.Playwright;

namespace LeerkringBot.EndToEnd.Story;

/// <summary>Somebody sees, corrects, takes along and deletes what is stored about them: the real program and the Playground.</summary>
[Collection("Playgrounds")]
public sealed class MyDataTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mydata");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Store => Path.Join(folder.FullName, "leerkring.db");

    private static string Pictures => Repository.Path("artifacts/end-to-end", nameof(MyDataTests));

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Somebody_chooses_a_role_downloads_everything_and_is_deleted()
    {
        await using var bot = await BotProcess.Start(new Dictionary<string, string> { ["Storage__SqlitePath"] = Store }, Cancellation);
        await using var anna = await PlaygroundClient.Start(browser, bot.Messages, Cast.People, Cast.People[0], "mydata", Cancellation);
        Directory.CreateDirectory(Pictures);
        try
        {
            await Play(anna, bot.Messages);
        }
        catch
        {
            await anna.Picture(Path.Join(Pictures, "broken.png"));
            TestContext.Current.TestOutputHelper?.WriteLine(bot.Output);
            throw;
        }

        Assert.Empty(await Remains(anna));
    }

    private async Task Play(PlaygroundClient anna, Uri bot)
    {
        await anna.Say("hallo");
        await anna.Press("Dag Anna de Wit", "Mijn gegevens");
        await anna.Press("Uw naam en e-mailadres komen uit Teams.", "Gemeente wijzigen");
        await anna.Choose("Werkt u voor de gemeente Waalwijk?", "Uw rol, als u die wilt noemen. Kies daarna hierboven.", "griffier");
        await anna.Picture(Path.Join(Pictures, "1-municipality.png"));
        await anna.Press("Werkt u voor de gemeente Waalwijk?", "Ja, Waalwijk");
        await anna.Card("Genoteerd: Waalwijk.");

        await anna.Say("mijn gegevens");
        await anna.Card("griffier");
        await anna.Picture(Path.Join(Pictures, "2-my-data.png"));
        await anna.Press("Uw naam en e-mailadres komen uit Teams.", "Download mijn gegevens");
        await anna.Card("Uw bestand staat klaar.");
        await anna.Picture(Path.Join(Pictures, "3-file.png"));
        var file = JsonNode.Parse(await Fetch(await anna.Follow("Uw bestand staat klaar.", "Downloaden", "/bestand/"), bot))!;
        Assert.Equal(("Anna de Wit", "Waalwijk", "griffier"), ((string)file["Over u"]![0]!["Naam"]!, (string)file["Over u"]![0]!["Gemeente of organisatie"]!, (string)file["Over u"]![0]!["Rol"]!));
        Assert.NotEmpty(await Remains(anna));

        await anna.Say("mijn gegevens");
        await anna.Press("Uw naam en e-mailadres komen uit Teams.", "Verwijder mij");
        await anna.Card("Dit kunt u niet terugdraaien.");
        await anna.Picture(Path.Join(Pictures, "4-delete-me.png"));
        await anna.Press("Dit kunt u niet terugdraaien.", "Ja, verwijder mij");
        await anna.Card("U bent verwijderd.");
        await anna.Picture(Path.Join(Pictures, "5-deleted.png"));
    }

    // The link names the port of a bot that runs by itself.
    private static async Task<string> Fetch(Uri link, Uri bot)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri(bot, link.AbsolutePath), Cancellation);
    }

    /// <summary>Every key and value of every table that has Anna's id, name or address, read past the bot.</summary>
    private async Task<IReadOnlyList<string>> Remains(PlaygroundClient person)
    {
        string[] traces = [person.Acting.ObjectId, person.Acting.Name, "anna.dewit@"];
        using var database = SqliteDatabase.File(Store);
        var tables = new SqliteTables(database);
        var found = new List<string>();
        foreach (var table in TableNames.All)
            await foreach (var row in tables[table].All(Cancellation))
                found.AddRange(row.Values.Select(value => $"{value.Value}").Append(row.PartitionKey).Append(row.RowKey).Where(text => traces.Any(trace => text.Contains(trace, StringComparison.OrdinalIgnoreCase))).Select(text => $"{table} {row.RowKey}: {text}"));
        return found;
    }
}
