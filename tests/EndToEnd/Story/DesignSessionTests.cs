using System.Text;

namespace LeerkringBot.EndToEnd.Story;

/// <summary>The invitation with six dates: somebody for whom one doesn't suit takes another.</summary>
[Collection("Playgrounds")]
public sealed class DesignSessionTests(Browser browser) : IClassFixture<Browser>
{
    private const string Invitation = "Uitnodiging: ontwerpsessie";
    private const string Move = "Verplaats mijn aanmelding hierheen";

    [Fact]
    public async Task Who_cannot_come_that_day_moves_to_another_date_but_never_to_a_full_one()
    {
        await using var stage = await Stage.Open(browser, nameof(DesignSessionTests), "Anna", "Carla", "Dirk");
        await stage.Play(async () =>
        {
            await Come(stage["Carla"], "Stadhuis Zwolle", "Lochem");
            await stage.Picture("Carla", "U bent aangemeld.", "registered");
            var calendar = await stage["Carla"].Follow("U bent aangemeld.", "Zet in mijn agenda", "/agenda/");
            await Come(stage["Dirk"], "Seinwezen", "Coevorden");
            await stage["Carla"].Press("U bent aangemeld.", "Past deze datum niet?");
            await stage.Picture("Carla", "Andere datums", "other dates");
            await FillHaarlem(stage);
            await NotToTheFullOne(stage);
            await ToEindhoven(stage, calendar);
            await OnlyOnePlaceIsTaken(stage);
        });
    }

    private static async Task Come(PlaygroundClient person, string place, string municipality)
    {
        await person.Say("agenda");
        await person.PressBeside("Agenda", place, "Bekijk de uitnodiging");
        await person.Press(Invitation, "Ik kom");
        await person.Press($"Werkt u voor de gemeente {municipality}?", $"Ja, {municipality}");
        await person.Card("U bent aangemeld.");
    }

    /// <summary>After Carla saw that there were places.</summary>
    private static async Task FillHaarlem(Stage stage)
    {
        var anna = stage["Anna"];
        await anna.Say("overzicht");
        await stage.Picture("Anna", "Overzicht", "overview");
        await anna.PressBeside("Overzicht", "Seinwezen", "Wie komt er?");
        await anna.Card("Dirk Postma (Coevorden)");
        await anna.Fill("Aantal plaatsen", "Aantal plaatsen (leeg: zonder grens)", "1");
        await anna.Press("Aantal plaatsen", "Verander het aantal plaatsen");
        await anna.Card("Het aantal plaatsen is veranderd.");
    }

    private static async Task NotToTheFullOne(Stage stage)
    {
        var carla = stage["Carla"];
        await carla.PressBeside("Andere datums", "Seinwezen", Move);
        var dates = await carla.Card("De laatste plaats is net bezet. Uw aanmelding staat nog op de oude datum.");
        await stage.Picture("Carla", "Andere datums", "just full");
        Assert.Equal(4, await dates.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = Move, Exact = true }).CountAsync());
        Assert.Equal(["zwolle"], await PlacesOf(stage, "Carla"));
    }

    private static async Task ToEindhoven(Stage stage, Uri calendar)
    {
        var carla = stage["Carla"];
        Assert.Contains("STATUS:CONFIRMED", Encoding.UTF8.GetString(await stage.Fetch(calendar)), StringComparison.Ordinal);
        await carla.PressBeside("Andere datums", "Stadhuis Eindhoven", Move);
        await carla.Card("Uw aanmelding is verplaatst naar deze datum. U bent aangemeld.");
        await stage.Picture("Carla", "Uw aanmelding is verplaatst naar deze datum.", "moved");
        var moved = Encoding.UTF8.GetString(await stage.Fetch(await carla.Follow("Uw aanmelding is verplaatst naar deze datum.", "Zet in mijn agenda", "/agenda/")));
        Assert.Contains("STATUS:CONFIRMED", moved, StringComparison.Ordinal);
        Assert.Contains("Stadhuis Eindhoven", moved, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", Encoding.UTF8.GetString(await stage.Fetch(calendar)), StringComparison.Ordinal);

        await carla.Say("mijn aanmeldingen");
        var mine = await (await carla.Card("Mijn aanmeldingen")).InnerTextAsync();
        Assert.Contains("Stadhuis Eindhoven", mine, StringComparison.Ordinal);
        Assert.Equal(2, mine.Split("U bent aangemeld.").Length);
        await stage.Picture("Carla", "Mijn aanmeldingen", "my registrations");
    }

    private static async Task OnlyOnePlaceIsTaken(Stage stage)
    {
        Assert.Equal(["eindhoven"], await PlacesOf(stage, "Carla"));
        var rows = await stage.Rows("ontwerpsessie");
        Assert.Equal(
            [("zwolle", 0), ("haarlem", 1), ("eindhoven", 1), ("assen", 0)],
            ((string[])["zwolle", "haarlem", "eindhoven", "assen"]).Select(date => (date, rows[$"g|{date}"].Whole("Participants") ?? 0)));
    }

    private static async Task<IEnumerable<string>> PlacesOf(Stage stage, string name)
    {
        var end = $"|{stage[name].Acting.ObjectId}";
        return (await stage.Rows("ontwerpsessie")).Where(row => row.Key.StartsWith("r|", StringComparison.Ordinal) && row.Key.EndsWith(end, StringComparison.Ordinal) && row.Value.Flag("Wants")).Select(row => row.Key.Split('|')[1]);
    }
}
