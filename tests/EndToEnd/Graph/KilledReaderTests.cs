using System.Globalization;
using LeerkringBot.Domain.Ideas;
using LeerkringBot.Domain.Mails;
using LeerkringBot.EndToEnd.Broadcasts;
using LeerkringBot.Graph;
using LeerkringBot.Infrastructure.Ideas;
using LeerkringBot.Infrastructure.Mails;
using LeerkringBot.Infrastructure.Storage;
using MimeKit;

namespace LeerkringBot.EndToEnd.Graph;

/// <summary>The bot reads a mailbox in Microsoft 365 and is killed again and again: in whatever moment, every mail becomes its ideas exactly once and gets one answer.</summary>
[Collection(nameof(Kills))]
public sealed class KilledReaderTests : IAsyncLifetime
{
    private const int Mails = 120;
    private const int HowOften = 12;

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reader");
    private readonly SqliteDatabase database;
    private readonly Random random;
    private FakeGraph graph = null!;

    public KilledReaderTests()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("KILLS_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        random = new(seed);
        Tell($"KILLS_SEED={seed}");
        database = SqliteDatabase.File(Store);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Store => Path.Join(folder.FullName, "leerkring.db");

    public async ValueTask InitializeAsync() => graph = await FakeGraph.Start();

    public async ValueTask DisposeAsync()
    {
        await graph.DisposeAsync();
        database.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact(Timeout = 300_000)]
    public async Task Whenever_it_is_killed_every_mail_becomes_its_ideas_once_and_gets_one_answer()
    {
        var cancellation = TestContext.Current.CancellationToken;
        // As slow as Graph: what is killed has requests under way.
        graph.Mailbox.Delay = TimeSpan.FromMilliseconds(20);
        var expected = new Dictionary<string, string[]>();
        for (var i = 0; i < Mails; i++)
        {
            var (sender, ideas) = ($"afzender{i}@waalwijk.example", Enumerable.Range(1, random.Next(1, 4)).Select(one => $"Het idee met nummer {one} van mail {i}").ToArray());
            expected[sender] = ideas;
            graph.Mailbox.Receive(Mime(i, sender, ideas));
        }

        var bot = BotProcess.Launch(Settings);
        try
        {
            for (var kill = 1; kill <= HowOften; kill++)
            {
                // In turn somewhere on the way, and at any moment, so that it also falls while the bot starts.
                if (kill % 3 == 0) await Task.Delay(random.Next(3_000), cancellation);
                else await Fewer(graph.Mailbox.InboxCount - random.Next(1, (Mails / HowOften) + 1), bot);
                Tell($"kill {kill}, {graph.Mailbox.InboxCount} left, {graph.Mailbox.Sent.Count} sent");
                await bot.Kill();
                await bot.DisposeAsync();
                bot = BotProcess.Launch(Settings);
            }

            await Fewer(0, bot);
            // Answers go out behind the reading: it is done when none has gone for a while.
            for (var sent = -1; sent != graph.Mailbox.Sent.Count;)
            {
                sent = graph.Mailbox.Sent.Count;
                await Task.Delay(Quiet, cancellation);
            }
        }
        catch
        {
            Tell(bot.Output);
            throw;
        }
        finally
        {
            await bot.DisposeAsync();
        }

        await Hold(expected);
    }

    private async Task Hold(Dictionary<string, string[]> expected)
    {
        var tables = new SqliteTables(database);
        var noted = await new IdeaStore(tables, null!, TimeProvider.System).All(Cancellation).ToListAsync(Cancellation);
        Assert.Equal(
            expected.SelectMany(mail => mail.Value.Select(idea => $"{mail.Key} {idea}")).Order(StringComparer.Ordinal),
            noted.Select(idea => $"{Assert.IsType<IdeaSender.ByMail>(idea.Sender).Address} {idea.Text}").Order(StringComparer.Ordinal));
        Assert.Empty(await new MailLog(tables, new()).ToCheck(Cancellation));
        Assert.Empty(await new MailOutbox(tables).All(Cancellation).ToListAsync(Cancellation));

        var answers = graph.Mailbox.Sent.Select(Receiver).ToList();
        Assert.Distinct(answers);
        Assert.Empty(answers.Except(expected.Keys));
        // What was claimed when a kill fell may have gone or not: one at a time is sent.
        var lacking = expected.Keys.Except(answers).Count();
        Tell($"{noted.Count} ideas, {answers.Count} answers, {lacking} in doubt");
        Assert.InRange(lacking, 0, HowOften);
        Assert.Equal(1, graph.Mailbox.Folders.Count(name => name == "Verwerkt"));
    }

    private async Task Fewer(int left, BotProcess bot)
    {
        while (graph.Mailbox.InboxCount > Math.Max(0, left))
        {
            Assert.False(bot.HasEnded, "The bot ended by itself.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), Cancellation);
        }
    }

    private Dictionary<string, string> Settings => new()
    {
        ["Storage__SqlitePath"] = Store,
        ["Graph__Address"] = graph.Address.ToString(),
        ["Graph__Mailbox"] = Mailbox.Address,
        ["Sending__LeaseSeconds"] = "1",
        ["Logging__LogLevel__Default"] = "Warning",
    };

    private static string Mime(int number, string sender, string[] ideas) =>
        $"Authentication-Results: dmarc=pass header.from=waalwijk.example\r\nFrom: Afzender <{sender}>\r\nSubject: Idee\r\nMessage-ID: <{number}@waalwijk.example>\r\n\r\n"
        + (ideas is [var only] ? only : string.Concat(ideas.Select(idea => $"- {idea}\r\n")));

    private static void Tell(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);

    private static string Receiver(string mime)
    {
        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mime));
        using var message = MimeMessage.Load(bytes);
        return message.To.Mailboxes.Single().Address;
    }
}
