using System.Net;
using System.Text.Json.Nodes;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Bot.Web;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Infrastructure.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeerkringBot.Tests.Web;

public sealed class WallPagesTests : IDisposable
{
    private readonly TestBot bot = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task The_wall_shows_the_code_of_the_day_and_from_when_it_works()
    {
        var page = await Look(bot);

        Assert.Contains("<h1>Kick-off</h1>", page, StringComparison.Ordinal);
        Assert.Contains($">aanwezig {await Code()}<", page, StringComparison.Ordinal);
        Assert.Contains("Dit werkt op donderdag 4 februari vanaf 12.30 uur.", page, StringComparison.Ordinal);
        Assert.Contains("Aanwezig: 0 van 0 deelnemers", page, StringComparison.Ordinal);
        Assert.Contains($"role=\"img\" aria-label=\"QR-code die de chat met de bot opent met de tekst: aanwezig {await Code()}\"", page, StringComparison.Ordinal);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.Contains("<meta http-equiv=\"refresh\" content=\"60\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_counts_who_is_there_and_names_nobody()
    {
        var anna = await bot.Confirmed(1);
        await anna.Clicks("registration.come", new JsonObject { ["gathering"] = TestBot.KickOff.ToString() });
        await (await bot.Confirmed(2)).Clicks("registration.come", new JsonObject { ["gathering"] = TestBot.KickOff.ToString() });
        await bot.Get<ReviseGathering>().To(TestBot.KickOff, gathering => gathering with { Date = new(2027, 1, 5), Start = new(10, 30) }, Cancellation);
        await bot.Get<IRegistrationStore>().Change(TestBot.KickOff, [anna.Id], (sheet, found) => AttendanceRules.CheckIn(sheet, found[anna.Id], bot.Clock.GetUtcNow()), Cancellation);

        var page = await Look(bot);
        Assert.Contains("Aanwezig: 1 van 2 deelnemers", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Dit werkt op", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Persoon", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registered_bot_is_opened_by_the_code_and_a_trial_says_that_it_is_one()
    {
        Assert.Contains("Dit is een proef", await Look(bot), StringComparison.Ordinal);

        var asked = new List<string>();
        using var registered = new TestBot(services => services.Replace(ServiceDescriptor.Singleton<IChatLink>(new Chat(asked))));
        Assert.Contains("Richt de camera van uw telefoon op de code.", await Look(registered), StringComparison.Ordinal);
        Assert.StartsWith("aanwezig ", Assert.Single(asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Afterwards_and_for_a_cancelled_gathering_there_is_no_code()
    {
        var code = await Code();
        await bot.Get<ReviseGathering>().Cancel(TestBot.KickOff, "De zaal is dicht.", Cancellation);
        Assert.Contains("Deze bijeenkomst gaat niet door.", await Look(bot), StringComparison.Ordinal);

        await bot.Get<ReviseGathering>().To(TestBot.Followup, gathering => gathering with { Date = new(2027, 1, 4) }, Cancellation);
        var link = await bot.Get<Links>().Wall(TestBot.Followup, Cancellation);
        using var client = bot.CreateClient();
        var over = await client.GetStringAsync(new Uri(new Uri(link).AbsolutePath, UriKind.Relative), Cancellation);
        Assert.Contains("Deze bijeenkomst is geweest.", over, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", over, StringComparison.Ordinal);
        Assert.DoesNotContain(code, await Look(bot), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_nobody_gave_or_that_opens_something_else_finds_nothing()
    {
        var registration = await bot.Get<Links>().Registration(TestBot.KickOff, new("somebody"), Cancellation);
        using var client = bot.CreateClient();
        foreach (var word in new[] { "x", "kick-off.kick-off", registration[(registration.LastIndexOf('/') + 1)..] })
        {
            using var response = await client.GetAsync(new Uri("/wand/" + word, UriKind.Relative), Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task When_storage_fails_the_page_says_so()
    {
        var link = new Uri(await bot.Get<Links>().Wall(TestBot.KickOff, Cancellation)).AbsolutePath;
        bot.Tables[TableNames.Gatherings].FailRead = () => true;
        using var client = bot.CreateClient();
        using var response = await client.GetAsync(new Uri(link, UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("Opnieuw proberen", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static async Task<string> Look(TestBot bot)
    {
        using var client = bot.CreateClient();
        return WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(new Uri(await bot.Get<Links>().Wall(TestBot.KickOff, Cancellation)).AbsolutePath, UriKind.Relative), Cancellation));
    }

    private async Task<string> Code() => AttendanceRules.Code((await bot.Get<IRegistrationStore>().Sheet(TestBot.KickOff, Cancellation))!);

    private sealed class Chat(List<string> asked) : IChatLink
    {
        public string? WithDraft(string draft)
        {
            asked.Add(draft);
            return "https://teams.example/chat";
        }
    }
}
