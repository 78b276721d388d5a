using LeerkringBot.Bot.Import;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Reminders;
using Microsoft.Playwright;
using MimeKit;

namespace LeerkringBot.EndToEnd.Story;

/// <summary>From the week before the deadline to the day after a gathering: who gives no answer, who comes, who is outside Teams, and two who want no reminders.</summary>
[Collection("Playgrounds")]
public sealed class ReminderTests(Browser browser) : IClassFixture<Browser>
{
    private const string Invitation = "Uitnodiging: werksessie";
    private const string Deadline = "U kunt zich nog aanmelden tot en met";
    private const string Muted = "U krijgt geen herinneringen meer.";
    private const string Colleague = "Kies uw collega in Teams.";

    [Fact]
    public async Task Reminders_come_once_to_whom_they_are_for_and_end_where_somebody_says_so()
    {
        var plan = ReminderPlan.Of(KickOff(), ReminderSettings.Default).ToDictionary(one => one.Kind, one => DutchTime.WallClock(one.At));
        await using var stage = await Stage.Open(browser, nameof(ReminderTests), "Anna", "Bram", "Carla");
        await stage.Play(async () =>
        {
            await Invite(stage);
            await BeforeTheDeadline(stage, plan[ReminderKind.Deadline]);
            await LastCall(stage, plan[ReminderKind.LastCall]);
            await TheDayBefore(stage, plan[ReminderKind.Eve]);
            await TheDayAfter(stage, plan[ReminderKind.Thanks]);
        });
    }

    private static async Task Invite(Stage stage)
    {
        var (anna, bram, carla) = (stage["Anna"], stage["Bram"], stage["Carla"]);
        await bram.Say("hallo");
        await bram.Card("Dag Bram");
        await carla.Say("hallo");
        await carla.Card("Dag Carla");
        await anna.Say("uitnodigen");
        await anna.Press("Uitnodiging versturen", "Iedereen in het netwerk", AriaRole.Radio);
        await anna.Press("Uitnodiging versturen", "Laat het voorbeeld zien");
        await anna.Press("Dit is een voorbeeld. Er is nog niets verstuurd.", "Versturen");
        await anna.Card("Het versturen is klaar.");
        await bram.Card(Invitation);
        await carla.Card(Invitation);
        await anna.Press(Invitation, "Ik kom");
        await anna.Press("Werkt u voor de gemeente Waalwijk?", "Ja, Waalwijk");
        await anna.Press("U bent aangemeld.", "Neem een collega mee");
        await anna.Fill(Colleague, "Naam van uw collega", "Gerda Blom");
        await anna.Fill(Colleague, "E-mailadres van uw collega", "gerda.blom@lochem.example");
        await anna.Press(Colleague, "Meld mijn collega aan");
        await anna.Card("Gerda Blom: aangemeld");
        Assert.Single(await stage.Mails(1));
    }

    private static async Task BeforeTheDeadline(Stage stage, DateTime moment)
    {
        await stage.GoOnAt(moment);
        var (anna, bram, carla) = (stage["Anna"], stage["Bram"], stage["Carla"]);
        await bram.Card(Deadline);
        await stage.Picture("Bram", Deadline, "before the deadline");
        await carla.Card(Deadline);
        Assert.Equal(0, await anna.CountCards(Deadline));

        await bram.Press(Deadline, "Geen herinneringen meer");
        await bram.Card(Muted);
        await stage.Picture("Bram", Muted, "muted");
        await anna.Say("verzendingen");
        await anna.Card("Herinnering: Kick-off");
        await stage.Picture("Anna", "Herinnering: Kick-off", "what an organiser sees");
    }

    private static async Task LastCall(Stage stage, DateTime moment)
    {
        await stage.GoOnAt(moment);
        var (bram, carla) = (stage["Bram"], stage["Carla"]);
        while (await carla.CountCards(Deadline) < 2) await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
        await carla.Press(Deadline, "Ik kan helaas niet");
        await carla.Card("Ik kom toch");
        await stage.Picture("Carla", "Ik kom toch", "declined under the last call");
        Assert.Equal(0, await bram.CountCards(Deadline));
    }

    private static async Task TheDayBefore(Stage stage, DateTime moment)
    {
        await stage.GoOnAt(moment);
        var (anna, bram, carla) = (stage["Anna"], stage["Bram"], stage["Carla"]);
        await anna.Card("is het zover.");
        await stage.Picture("Anna", "is het zover.", "the day before");
        Assert.Equal((0, 0), (await bram.CountCards("is het zover."), await carla.CountCards("is het zover.")));

        var mail = (await stage.Mails(2))[1];
        Assert.Equal("gerda.blom@lochem.example", Assert.Single(mail.To.Mailboxes).Address);
        var page = await stage.Visit(Link(mail), "page of Gerda");
        await page.GetByText("U krijgt herinneringen.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Geen herinneringen meer" }).ClickAsync();
        await page.GetByText(Muted).WaitForAsync();
        await stage.Picture(page, "page of Gerda, muted");
    }

    private static async Task TheDayAfter(Stage stage, DateTime moment)
    {
        await stage.GoOnAt(moment);
        var (anna, bram) = (stage["Anna"], stage["Bram"]);
        await anna.Card("Bedankt voor het meedoen");
        await stage.Picture("Anna", "Bedankt voor het meedoen", "the day after");
        await bram.Say("herinneringen aan");
        await bram.Card("U krijgt herinneringen.");
        // Of a registration and the day before, and no thanks.
        Assert.Equal(2, (await stage.Mails(2)).Count);
        Assert.Equal(1, await anna.CountCards("is het zover."));
    }

    private static Gathering KickOff() =>
        NetworkFile.Read(File.ReadAllText(Repository.Path("Bot", ImportRegistration.SampleFile)), DutchTime.DayOf(TimeProvider.System.GetUtcNow())).Gatherings.Single(one => one.Id.Series == "kick-off-waalwijk");

    private static Uri Link(MimeMessage mail) => new(mail.TextBody!.Split('\n').Single(line => line.Contains("/herinneringen/", StringComparison.Ordinal)).Trim());
}
