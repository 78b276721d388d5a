using Deque.AxeCore.Playwright;
using LeerkringBot.Bot.Web;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Infrastructure.Registrations;
using LeerkringBot.Infrastructure.Sealing;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;

namespace LeerkringBot.EndToEnd;

/// <summary>The pages behind links, as the running bot serves them to a browser.</summary>
public sealed class RegistrationPageTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly GatheringId KickOff = GatheringId.Parse("kick-off-waalwijk.kick-off-waalwijk");
    private static readonly MemberId Gerda = Guest.KeyOf("gerda@elders.example", KickOff.Series);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task A_guest_cancels_with_the_button_of_the_page_and_an_organiser_shows_the_wall(int width, ColorScheme scheme)
    {
        var page = await browser.Open();
        await page.SetViewportSizeAsync(width, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        var folder = Directory.CreateTempSubdirectory("pages");
        var file = Path.Join(folder.FullName, "leerkring.db");
        await using (var bot = await BotProcess.Start(new Dictionary<string, string> { ["Storage__SqlitePath"] = file, ["Clock__StartAt"] = "2027-01-20T09:00" }, Cancellation))
        {
            using var database = SqliteDatabase.File(file);
            var tables = new SqliteTables(database);
            await Register(tables);
            var links = new Links(bot.Address.ToString().TrimEnd('/'), new AesSeal(tables));

            await page.GotoAsync(await links.Registration(KickOff, Gerda, Cancellation));
            await Sound(page);
            await Picture(page, $"registration-{width}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Afmelden" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("U bent niet aangemeld.");
            await Sound(page);

            await page.GotoAsync(await links.Wall(KickOff, Cancellation));
            await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "QR-code" })).ToBeVisibleAsync();
            // Nobody reads or types there: it only shows, again and again, how many are there.
            await Sound(page, except: "meta-refresh");
            await Picture(page, $"wall-{width}");
        }

        Assert.Empty(complaints);
        folder.Delete(recursive: true);
    }

    // Nothing that axe finds, and nothing to scroll sideways for.
    private static async Task Sound(IPage page, params string[] except)
    {
        Assert.Empty((await page.RunAxe()).Violations.Where(violation => !except.Contains(violation.Id)).Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "The page is wider than the window.");
    }

    private static Task Picture(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Join(Repository.Path("artifacts/end-to-end"), $"{name}.png"), FullPage = true });

    private static async Task Register(SqliteTables tables)
    {
        var registrations = new RegistrationStore(tables, new OutboxRelay(tables, new NoWork(), TimeProvider.System, NullLogger<OutboxRelay>.Instance), TimeProvider.System);
        var guest = new Guest("Gerda Gast", "gerda@elders.example");
        Assert.NotNull(await registrations.Change(KickOff, [Gerda], (sheet, found) =>
        {
            var change = RegistrationRules.Register(sheet, found.GetValueOrDefault(Gerda), Gerda, "GM0867", new([], System.Collections.Immutable.ImmutableDictionary<string, string>.Empty, null), sheet.ClosesAt.AddDays(-1));
            return change with { Registrations = [.. change.Registrations.Select(one => one with { Guest = guest })] };
        }, Cancellation));
    }

    private sealed class NoWork : IWorkQueue
    {
        public Task Enqueue(WorkItem item, DateTimeOffset? notBefore, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
