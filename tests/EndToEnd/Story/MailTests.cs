using System.Text;
using Deque.AxeCore.Playwright;
using LeerkringBot.Domain;
using Microsoft.Playwright;
using MimeKit;

namespace LeerkringBot.EndToEnd.Story;

/// <summary>Somebody mails ideas, an organiser sees them in Teams, the sender changes one behind the link of the answer: the real program, the Playground, files as mail.</summary>
[Collection("Playgrounds")]
public sealed class MailTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mail");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Pictures => Repository.Path("artifacts/end-to-end", nameof(MailTests));

    private string Mails => Path.Join(folder.FullName, "mail");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public Task A_file_in_the_inbox_becomes_ideas_on_the_list_an_answer_and_a_page() => Play("mail", OneByOne);

    [Fact]
    public Task Ten_thousand_mails_at_once_keep_nobody_waiting_and_organisers_see_how_many_are_left() => Play("backlog", async (_, anna) =>
    {
        for (var i = 0; i < 10_000; i++) Drop($"{i}.eml", $"Idee {i}", $"Het idee met volgnummer {i}, over de kern.\r\n");
        await anna.Say("hallo");
        await anna.Sees("Dag Anna de Wit");
        // Counted once the first page is dealt with, not by who looks.
        for (var i = 0; i < 20 && await anna.CountCards("mails te lezen") == 0; i++)
        {
            await anna.Say("overzicht");
            await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        }

        await anna.Sees("mails te lezen");
        await anna.Picture(Path.Join(Pictures, "4-backlog.png"));
        await anna.Say("ideeën");
        await anna.Sees("het nieuwste eerst");
        Assert.NotEmpty(Directory.GetFiles(Path.Join(Mails, "inbox")));
        await Answer();
    });

    private async Task Play(string story, Func<BotProcess, PlaygroundClient, Task> play)
    {
        Directory.CreateDirectory(Pictures);
        await using var bot = await BotProcess.Start(new Dictionary<string, string> { ["Storage__SqlitePath"] = Path.Join(folder.FullName, "leerkring.db"), ["Mail__Directory"] = Mails }, Cancellation);
        await using var anna = await PlaygroundClient.Start(browser, bot.Messages, Cast.People, Cast.People[0], story, Cancellation);
        try
        {
            await play(bot, anna);
        }
        catch
        {
            await anna.Picture(Path.Join(Pictures, "broken.png"));
            TestContext.Current.TestOutputHelper?.WriteLine(bot.Output);
            throw;
        }
    }

    private async Task OneByOne(BotProcess bot, PlaygroundClient anna)
    {
        await anna.Say("hallo");
        await anna.Sees("Dag Anna de Wit");

        var reference = SubjectReference.Of(new Subject.OfGathering(GatheringId.Parse("kick-off-waalwijk.kick-off-waalwijk")));
        Drop("ideeen.eml", $"RE: Kick-off [{reference}]", "Beste allen,\r\n\r\nOnze ideeën:\r\n\r\n1. Een raadscafé in elke kern\r\n2. Een gids voor inwonersinitiatieven\r\n\r\nMet vriendelijke groet,\r\nGerda Gast\r\n");
        Drop("leeg.eml", "Zie bijlage", "");

        var answer = await Answer();
        Assert.Equal("gerda@elders.example", answer.To.Mailboxes.Single().Address);
        Assert.Equal("auto-replied", answer.Headers["Auto-Submitted"]);
        Assert.Equal("ideeen.eml@elders.example", answer.InReplyTo);
        Assert.Contains("Deze 2 ideeën staan nu op de lijst", answer.TextBody, StringComparison.Ordinal);

        await anna.Say("idee: een wandeling door elke gemeente");
        await anna.Sees("Uw idee is genoteerd als");
        await anna.Say("ideeën");
        await anna.Sees("3 ideeën, het nieuwste eerst");
        await anna.Sees("een wandeling door elke gemeente");
        await anna.Sees("Een raadscafé in elke kern");
        await anna.Sees("Een gids voor inwonersinitiatieven");
        await anna.Picture(Path.Join(Pictures, "1-list.png"));

        await Change(bot, answer);
        await anna.Say("ideeën");
        await anna.Sees("Een raadscafé in elke kern, elke maand");

        await anna.Say("overzicht");
        await anna.Sees("Er is 1 mail om na te kijken.");
        await anna.Press("Er is 1 mail om na te kijken.", "Bekijk deze mails");
        await anna.Sees("Er staat geen eigen tekst in.");
        await anna.Picture(Path.Join(Pictures, "3-to-check.png"));
    }

    private static async Task<string> Sound(IPage page)
    {
        Assert.Empty((await page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "The page is wider than the window.");
        return await page.InnerTextAsync("main");
    }

    private async Task Change(BotProcess bot, MimeMessage answer)
    {
        var link = answer.TextBody!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Single(word => word.Contains("/ideeen/", StringComparison.Ordinal));
        var page = await browser.Open();
        foreach (var width in new[] { 320, 1280 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = width == 320 ? ColorScheme.Light : ColorScheme.Dark });
            await page.GotoAsync(new Uri(bot.Address, new Uri(link).PathAndQuery).ToString());
            await Sound(page);
            await page.ScreenshotAsync(new() { Path = Path.Join(Pictures, $"2-page-{width}.png"), FullPage = true });
        }

        await page.GetByRole(AriaRole.Textbox).First.FillAsync("Een raadscafé in elke kern, elke maand");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bewaar" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Bewaard: idee I-");
        await Sound(page);
    }

    private async Task<MimeMessage> Answer()
    {
        var sent = Path.Join(Mails, "sent");
        for (var i = 0; i < 600; i++)
        {
            if (Directory.Exists(sent) && Directory.GetFiles(sent, "*.eml") is [var file, ..]) return await MimeMessage.LoadAsync(file, Cancellation);
            await Task.Delay(100, Cancellation);
        }

        throw new TimeoutException("No answer within a minute.");
    }

    private void Drop(string name, string subject, string text)
    {
        var inbox = Directory.CreateDirectory(Path.Join(Mails, "inbox")).FullName;
        File.WriteAllText(
            Path.Join(inbox, name),
            $"Authentication-Results: dmarc=pass header.from=elders.example\r\nFrom: Gerda Gast <gerda@elders.example>\r\nTo: leerkring@m50.example\r\nSubject: {subject}\r\nMessage-ID: <{name}@elders.example>\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{text}",
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
