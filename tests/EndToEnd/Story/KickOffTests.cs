using LeerkringBot.Infrastructure.Storage;
using Microsoft.Playwright;
using MimeKit;

namespace LeerkringBot.EndToEnd.Story;

/// <summary>The invitation that says "neem uw collega mee": colleagues in and outside Teams, another date, and the day itself.</summary>
[Collection("Playgrounds")]
public sealed class KickOffTests(Browser browser) : IClassFixture<Browser>
{
    private const string Gathering = "kick-off-waalwijk";
    private const string Invitation = "Uitnodiging: werksessie";
    private const string Colleague = "Kies uw collega in Teams.";
    private const string Guest = "gerda.blom@lochem.example";
    private const string Moved = "Deze bijeenkomst is verplaatst.";

    // After the sample's own date, before the next gathering.
    private static readonly DateOnly NewDate = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(37);

    [Fact]
    public async Task Colleagues_come_along_the_date_moves_and_on_the_day_they_say_that_they_are_there()
    {
        await using var stage = await Stage.Open(browser, nameof(KickOffTests), "Anna", "Bram");
        await stage.Play(async () =>
        {
            await Invite(stage);
            await BringBram(stage);
            var page = await BringGerda(stage);
            await CancelForBram(stage);
            await Move(stage);
            await GerdaCancels(stage, page);
            await ChannelFollows(stage);
            await OnTheDay(stage);
        });
    }

    private static async Task Invite(Stage stage)
    {
        await stage["Bram"].Say("hallo");
        await stage["Bram"].Card("Dag Bram Kuipers");
        var anna = stage["Anna"];
        await anna.OpenChannel();
        await anna.Sees("Ik ben er voor bijeenkomsten en peilingen.");
        await anna.OpenPersonalChat();
        await anna.Say("uitnodigen");
        await anna.Press("Uitnodiging versturen", "Kanaal Bijeenkomsten van Leerkring", AriaRole.Radio);
        await anna.Press("Uitnodiging versturen", "Laat het voorbeeld zien");
        await anna.Press("Dit is een voorbeeld. Er is nog niets verstuurd.", "Versturen");
        await anna.Card("Het versturen is klaar.");
    }

    private static async Task BringBram(Stage stage)
    {
        var anna = stage["Anna"];
        await anna.Say("agenda");
        await anna.Press("Agenda", "Bekijk de uitnodiging");
        await anna.Press(Invitation, "Ik kom");
        await anna.Press("Werkt u voor de gemeente Waalwijk?", "Ja, Waalwijk");
        await anna.Press("U bent aangemeld.", "Neem een collega mee");
        await anna.Card(Colleague);
        await stage.Picture("Anna", Colleague, "bring a colleague");
        await anna.Press(Colleague, "Meld mijn collega aan");
        await anna.Card("Kies een collega in Teams, of vul een naam en een e-mailadres in.");
        await stage.Picture("Anna", Colleague, "who first");
        await anna.Fill(Colleague, "Naam van uw collega", "Bram Kuipers");
        await anna.Fill(Colleague, "E-mailadres van uw collega", stage["Bram"].Acting.Email);
        await anna.Press(Colleague, "Meld mijn collega aan");
        await anna.Card("Bram Kuipers: aangemeld");

        await stage["Bram"].Card("Anna de Wit heeft u aangemeld voor deze bijeenkomst. U bent aangemeld.");
        await stage.Picture("Bram", "Anna de Wit heeft u aangemeld", "brought");
    }

    private static async Task<Uri> BringGerda(Stage stage)
    {
        var anna = stage["Anna"];
        await anna.Press("Bram Kuipers: aangemeld", "Neem een collega mee");
        await anna.Fill(Colleague, "Naam van uw collega", "Gerda Blom");
        await anna.Fill(Colleague, "E-mailadres van uw collega", "gerda.blom");
        await anna.Press(Colleague, "Meld mijn collega aan");
        await anna.Card("Vul een goed e-mailadres in, zoals naam@gemeente.nl.");
        await stage.Picture("Anna", Colleague, "wrong address");
        await anna.Fill(Colleague, "E-mailadres van uw collega", Guest);
        await anna.Press(Colleague, "Meld mijn collega aan");
        await anna.Card("Gerda Blom: aangemeld");
        await stage.Picture("Anna", "Gerda Blom: aangemeld", "with colleagues");

        var mail = Assert.Single(await stage.Mails(1));
        Assert.Equal(Guest, Assert.Single(mail.To.Mailboxes).Address);
        var calendar = Calendar(mail);
        Assert.Contains("Stadhuis Waalwijk", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("Bram", mail.TextBody + calendar, StringComparison.Ordinal);

        // A program that follows the links of a mail changes nothing.
        var before = await Gerdas(stage);
        var link = new Uri(mail.TextBody!.Split('\n').Single(line => line.Contains("/aanmelding/", StringComparison.Ordinal)).Trim());
        var page = await stage.Visit(link, "page of Gerda");
        await page.GetByText("U bent aangemeld.").WaitForAsync();
        Assert.Equal(before.Values, (await Gerdas(stage)).Values);
        return link;
    }

    private static async Task CancelForBram(Stage stage)
    {
        var anna = stage["Anna"];
        await anna.PressBeside("Gerda Blom: aangemeld", "Bram Kuipers: aangemeld", "Afmelden voor deze collega");
        await anna.Card("Uw collega is afgemeld en krijgt bericht.");
        var bram = stage["Bram"];
        await bram.Card("Anna de Wit heeft u afgemeld voor deze bijeenkomst.");
        await stage.Picture("Bram", "Anna de Wit heeft u afgemeld", "cancelled for Bram");
        await bram.Press("Anna de Wit heeft u afgemeld", "Ik kom toch");
        await bram.Press("Werkt u voor de gemeente Meierijstad?", "Ja, Meierijstad");
        await bram.Card("U bent aangemeld. Tot dan!");
    }

    /// <summary>Everybody who comes hears it once: in the chat, and Gerda by mail.</summary>
    private static async Task Move(Stage stage)
    {
        var (anna, bram) = (stage["Anna"], stage["Bram"]);
        await anna.Say("bijeenkomst wijzigen");
        await stage.Picture("Anna", "Bijeenkomsten wijzigen", "gatherings to change");
        await anna.PressBeside("Bijeenkomsten wijzigen", "Stadhuis Waalwijk", "Wijzigen");
        await anna.Fill("Stap 1 van 6", "Datum", $"{NewDate:yyyy-MM-dd}");
        await anna.Press("Stap 1 van 6", "Verder");
        await anna.Fill("Stap 2 van 6", "Naam van de plaats", "De Leest");
        await anna.Fill("Stap 2 van 6", "Straat, nummer en plaats", "Vredesplein 12, Waalwijk");
        await anna.Press("Stap 2 van 6", "Controleren en opslaan");
        await anna.Card("Als u opslaat, krijgen 3 personen daarover bericht.");
        await anna.Card("Aangemeld: 3 deelnemers uit 2 gemeenten.");
        await stage.Picture("Anna", "Er is nog niets opgeslagen.", "review");
        await anna.Press("Er is nog niets opgeslagen.", "Opslaan");
        await anna.Card("De bijeenkomst is gewijzigd.");

        await bram.Card(Moved);
        await stage.Picture("Bram", Moved, "moved");
        await anna.Card(Moved);
        var mails = await stage.Mails(2);
        Assert.Equal(2, mails.Count);
        Assert.Contains("De Leest", mails[1].TextBody, StringComparison.Ordinal);
        Assert.Contains($"DTSTART;TZID=Europe/Amsterdam:{NewDate:yyyyMMdd}T133000", Calendar(mails[1]), StringComparison.Ordinal);
    }

    private static async Task GerdaCancels(Stage stage, Uri link)
    {
        var page = await stage.Visit(link, "page of Gerda, moved");
        await page.GetByText("De Leest, Vredesplein 12, Waalwijk").First.WaitForAsync();
        await page.GetByText("Let op: datum, tijd of plaats is veranderd.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Afmelden" }).ClickAsync();
        await page.GetByText("U bent niet aangemeld.").WaitForAsync();
        await stage.Picture(page, "page of Gerda, cancelled");
        Assert.False((await Gerdas(stage)).Flag("Wants"));
    }

    private static async Task ChannelFollows(Stage stage)
    {
        var (anna, bram) = (stage["Anna"], stage["Bram"]);
        await anna.OpenChannel();
        var posted = await anna.Card("Aangemeld: 2 deelnemers uit 2 gemeenten.");
        Assert.Contains("De Leest", await posted.InnerTextAsync(), StringComparison.Ordinal);
        await stage.Picture("Anna", "Aangemeld: 2 deelnemers uit 2 gemeenten.", "in the channel");
        await anna.OpenPersonalChat();
        // Long after: nobody heard it twice.
        Assert.Equal((1, 1), (await anna.CountCards(Moved), await bram.CountCards(Moved)));
    }

    private static async Task OnTheDay(Stage stage)
    {
        var (anna, bram) = (stage["Anna"], stage["Bram"]);
        await stage.GoOnAt(NewDate.ToDateTime(new(12, 45)));
        await anna.Say("mijn aanmeldingen");
        await stage.Picture("Anna", "Mijn aanmeldingen", "my registrations");
        await anna.Press("Mijn aanmeldingen", "Bekijk of wijzig");
        await stage.Picture("Anna", Invitation, "on the day");
        await anna.Press(Invitation, "Ik ben er");
        await anna.Card("Welkom. Wij weten dat u er bent.");
        await stage.Picture("Anna", "Welkom. Wij weten dat u er bent.", "checked in");

        await WhoIsThere(anna);
        await anna.Card("Aanwezig: 1 van 2.");
        await stage.Picture("Anna", "Wie is er?", "who is there");
        var wall = await stage.Visit(await anna.Follow("Aanwezig: 1 van 2.", "Code voor op de muur", "/wand/"), "wall");
        var words = (await wall.Locator(".word").InnerTextAsync()).Trim();

        await bram.Say("aanwezig AAAAA");
        await bram.Sees("Deze code is niet van een bijeenkomst van nu.");
        await bram.Say(words);
        await bram.Card("Welkom. Wij weten dat u er bent.");
        await WhoIsThere(anna);
        await anna.Card("Aanwezig: 2 van 2.");
        await stage.Picture("Anna", "Aanwezig: 2 van 2.", "both are there");
        Assert.Equal(2, (await stage.Rows(Gathering))[$"g|{Gathering}"].Whole("Present"));
    }

    private static async Task WhoIsThere(PlaygroundClient anna)
    {
        await anna.Say("overzicht");
        await anna.PressBeside("Overzicht", "De Leest", "Wie komt er?");
        await anna.Press("Verander het aantal plaatsen", "Wie is er?");
    }

    private static string Calendar(MimeMessage mail) => Assert.Single(mail.BodyParts.OfType<TextPart>(), part => part.FileName == "agenda.ics").Text;

    private static async Task<Row> Gerdas(Stage stage) => Assert.Single(await stage.Rows(Gathering), row => row.Value.Text("GuestName") == "Gerda Blom").Value;
}
