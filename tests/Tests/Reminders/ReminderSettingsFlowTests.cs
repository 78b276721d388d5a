using System.Text.Json.Nodes;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Reminders;
using LeerkringBot.Tests.Registrations;

namespace LeerkringBot.Tests.Reminders;

/// <summary>An organiser looks at reminders, changes them and switches them off.</summary>
public sealed class ReminderSettingsFlowTests : IDisposable
{
    private static readonly Subject KickOff = new Subject.OfGathering(TestBot.KickOff);

    private readonly ReminderDesk desk = new();

    private TestBot Bot => desk.Bot;

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task The_overview_of_a_gathering_leads_to_its_reminders_with_their_moments_and_numbers()
    {
        var (one, other) = (await Bot.Confirmed(1), await Bot.Confirmed(2));
        desk.Set("2027-01-11T10:00");
        await desk.Invite(TestBot.KickOff, one, other);
        desk.Set("2027-01-12T10:00");
        await one.Comes(TestBot.KickOff);

        var organiser = await Opened();

        Assert.Contains("Gaat uit op donderdag 21 januari om 09.00 uur. Nu zou de herinnering gaan naar: 1 persoon.", organiser.Seen);
        Assert.Contains("Gaat uit op dinsdag 26 januari om 09.00 uur. Nu zou de herinnering gaan naar: 1 persoon.", organiser.Seen);
        Assert.Contains("Gaat uit op woensdag 3 februari om 09.00 uur. Nu zou de herinnering gaan naar: 1 persoon.", organiser.Seen);
        Assert.Contains("Gaat uit op vrijdag 5 februari om 09.00 uur. Nu zou de herinnering gaan naar: 1 persoon.", organiser.Seen);
        Assert.Contains("Aangemeld: 1 deelnemer", await organiser.Presses("Terug naar het overzicht"));
    }

    [Fact]
    public async Task Another_day_and_a_switch_that_is_off_hold_from_the_moment_they_are_saved()
    {
        var silent = await Bot.Confirmed(1);
        await desk.Invite(TestBot.KickOff, silent);
        var organiser = await Opened();

        await organiser.Presses("Bewaar", ("deadlineDays", "10"), ("lastCall", "false"));

        Assert.Contains("De herinneringen zijn bewaard.", organiser.Seen);
        Assert.Contains("maandag 18 januari om 09.00 uur", organiser.Seen);
        Assert.Contains("Gaat niet uit.", organiser.Seen);
        await desk.At("2027-01-18T09:00");
        Assert.Single(desk.To(silent));
        await desk.At("2027-01-26T09:00");
        Assert.Single(desk.To(silent));
        Assert.Contains("Is uitgegaan op maandag 18 januari om 09.00 uur.", (await Opened()).Seen);
    }

    [Theory]
    [InlineData("deadlineDays", "61", "Vul een getal in van 1 tot en met 60.")]
    [InlineData("deadlineDays", "0", "Vul een getal in van 1 tot en met 60.")]
    [InlineData("deadlineDays", "een week", "Vul een getal in van 1 tot en met 60.")]
    [InlineData("lastCallDays", "7", "Kies minder dagen dan bij de eerste herinnering.")]
    public async Task What_can_not_be_is_said_at_the_field_and_nothing_is_saved(string input, string typed, string mistake)
    {
        var organiser = await Opened();

        await organiser.Presses("Bewaar", (input, typed), ("eve", "false"));

        Assert.Contains("Er is nog niets bewaard.", organiser.Seen);
        Assert.Contains(mistake, organiser.Seen);
        Assert.Equal("false", (string)organiser.Card!["body"]!.AsArray().Single(node => (string?)node!["id"] == "eve")!["value"]!);
        Assert.Equal(ReminderSettings.Default, await Bot.Get<IReminderSettingsStore>().Of(KickOff, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_days_of_a_reminder_that_is_off_do_not_matter()
    {
        var organiser = await Opened();
        Assert.Contains("De herinneringen zijn bewaard.", await organiser.Presses("Bewaar", ("lastCall", "false"), ("lastCallDays", "")));
        Assert.Equal(new(false, 2), (await Bot.Get<IReminderSettingsStore>().Of(KickOff, TestContext.Current.CancellationToken)).Of(ReminderKind.LastCall));
    }

    [Fact]
    public async Task A_poll_has_its_own_reminders()
    {
        await Bot.Confirmed(1);
        var organiser = Bot.Organiser();
        await organiser.Clicks("overview.poll", new JsonObject { ["poll"] = TestBot.Thorbecke.ToString() });
        await organiser.Presses("Herinneringen");
        Assert.Contains("Gaat uit op donderdag 28 januari om 09.00 uur. Nu zou de herinnering gaan naar: 1 persoon.", organiser.Seen);
        Assert.Contains("Gaat uit op vrijdag 29 januari om 09.00 uur. Nu zou de herinnering gaan naar: 0 personen.", organiser.Seen);

        await organiser.Presses("Bewaar", ("poll", "false"), ("pollColleagues", "false"));
        await desk.At("2027-01-29T09:00");

        Assert.Equal(0, desk.Count());
        Assert.Contains("Thorbecke-experiment?", await organiser.Presses("Terug naar het overzicht"));
    }

    [Fact]
    public async Task A_forged_card_and_somebody_else_change_nothing()
    {
        var organiser = Bot.Organiser();
        Assert.Contains("Deze knop werkt niet meer", await organiser.Clicks("reminder.settings", new JsonObject { ["subject"] = "x|1" }));
        Assert.Contains("Deze knop werkt niet meer", await organiser.Clicks("reminder.settings", new JsonObject { ["subject"] = "g|geen.bijeenkomst" }));
        Assert.Contains("Deze knop werkt niet meer", await organiser.Clicks("reminder.save", new JsonObject { ["subject"] = "p|geen-peiling", ["poll"] = "false" }));
        await (await Bot.Confirmed(1)).Clicks("reminder.save", new JsonObject { ["subject"] = KickOff.Key, ["eve"] = "false" });

        Assert.Empty(await Bot.Get<IReminderSettingsStore>().All(TestContext.Current.CancellationToken));
    }

    private async Task<TestPerson> Opened()
    {
        var organiser = Bot.Organiser();
        await organiser.Clicks("overview.gathering", new JsonObject { ["gathering"] = TestBot.KickOff.ToString() });
        await organiser.Presses("Herinneringen");
        return organiser;
    }

}
