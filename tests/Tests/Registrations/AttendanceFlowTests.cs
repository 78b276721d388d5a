using System.Text.Json.Nodes;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Tests.Registrations;

/// <summary>"Ik ben er".</summary>
public sealed class AttendanceFlowTests : IDisposable
{
    private readonly TestBot bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task The_button_is_there_from_an_hour_before_and_notes_it_once()
    {
        var person = await bot.Confirmed(1);
        await person.Comes(TestBot.KickOff);
        var start = (await bot.SheetOf(TestBot.KickOff)).StartsAt;
        bot.Clock.SetUtcNow(start.AddMinutes(-61));
        await person.Opens(TestBot.KickOff);
        Assert.DoesNotContain("Ik ben er", person.ButtonTitles());

        bot.Clock.SetUtcNow(start.AddMinutes(-60));
        await person.Opens(TestBot.KickOff);
        var (verb, data) = person.Button("Ik ben er");
        Assert.Contains("Welkom. Wij weten dat u er bent.", await person.Clicks(verb, data.DeepClone()));
        await person.Clicks(verb, data.DeepClone());

        Assert.DoesNotContain("Ik ben er", person.ButtonTitles());
        Assert.Equal(1, (await bot.SheetOf(TestBot.KickOff)).Present);
    }

    [Fact]
    public async Task The_code_of_the_day_does_the_same_and_a_wrong_one_says_what_to_do()
    {
        var (person, stranger) = (await bot.Confirmed(1), await bot.Confirmed(2));
        await person.Comes(TestBot.KickOff);
        var sheet = await bot.SheetOf(TestBot.KickOff);
        var code = AttendanceRules.Code(sheet);
        Assert.Contains("Deze code is niet van een bijeenkomst van nu.", await person.Says($"aanwezig {code}"));
        bot.Clock.SetUtcNow(sheet.StartsAt);

        Assert.Contains("Deze code is niet van een bijeenkomst van nu.", await person.Says("aanwezig"));
        Assert.Contains("Deze code is niet van een bijeenkomst van nu.", await person.Says("aanwezig QQQQQ"));
        Assert.Contains("Wij weten dat u er bent.", await person.Says($"Aanwezg {code.ToLowerInvariant()}"));
        Assert.Contains("U staat niet op de lijst van deelnemers.", await stranger.Says($"aanwezig {code}"));
        Assert.Equal(1, (await bot.SheetOf(TestBot.KickOff)).Present);
    }

    [Fact]
    public async Task Who_checks_in_while_an_organiser_looks_at_the_list_stays_there_when_it_is_saved()
    {
        var (first, second) = (await bot.Confirmed(1), await bot.Confirmed(2, "zeist"));
        await first.Comes(TestBot.KickOff);
        await second.Comes(TestBot.KickOff);
        bot.Clock.SetUtcNow((await bot.SheetOf(TestBot.KickOff)).StartsAt);
        var (olga, otto) = (bot.Organiser(), await bot.SecondOrganiser());
        var data = new JsonObject { ["gathering"] = TestBot.KickOff.ToString() };
        await olga.Clicks("registration.attendance", data.DeepClone());
        await otto.Clicks("registration.attendance", data.DeepClone());

        await first.Opens(TestBot.KickOff);
        await first.Presses("Ik ben er");
        Assert.Contains("Bewaard. Aanwezig: 2.", await olga.Presses("Bewaar", ("present", second.Id.ToString())));
        Assert.Contains("Bewaard. Aanwezig: 2.", await otto.Presses("Bewaar"));

        Assert.NotNull((await bot.RegistrationOf(TestBot.KickOff, first.Id))!.PresentAt);
    }

    [Fact]
    public async Task The_organiser_ticks_the_list_also_back()
    {
        var (first, second) = (await bot.Confirmed(1), await bot.Confirmed(2, "zeist"));
        await first.Comes(TestBot.KickOff);
        await second.Comes(TestBot.KickOff);
        var olga = bot.Organiser();
        var data = new JsonObject { ["gathering"] = TestBot.KickOff.ToString() };
        Assert.Contains("Aanvinken kan van een uur voor het begin.", await olga.Clicks("registration.attendance", data.DeepClone()));
        bot.Clock.SetUtcNow((await bot.SheetOf(TestBot.KickOff)).StartsAt);

        await olga.Clicks("registration.attendance", data.DeepClone());
        Assert.Contains("Bewaard. Aanwezig: 2.", await olga.Presses("Bewaar", ("present", $"{first.Id},{second.Id}")));
        Assert.Contains("Bewaard. Aanwezig: 1.", await olga.Presses("Bewaar", ("present", second.Id.ToString())));

        Assert.Null((await bot.RegistrationOf(TestBot.KickOff, first.Id))!.PresentAt);
        Assert.NotNull((await bot.RegistrationOf(TestBot.KickOff, second.Id))!.PresentAt);
    }
}
