using LeerkringBot.Infrastructure.Storage;
using MimeKit;

namespace LeerkringBot.EndToEnd.Story;

/// <summary>A bot of its own on SQLite, and people of the sample network, each in a Playground of their own. What they saw stays as pictures in artifacts/end-to-end.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("stage");
    private readonly Dictionary<string, PlaygroundClient> people = [];
    private readonly Browser browser;
    private readonly string pictures;
    private readonly IReadOnlyDictionary<string, string> settings;
    private int taken;

    private Stage(Browser browser, string story, IReadOnlyDictionary<string, string> settings) =>
        (this.browser, pictures, this.settings) = (browser, Directory.CreateDirectory(Repository.Path("artifacts/end-to-end", story)).FullName, settings);

    public BotProcess Bot { get; private set; } = null!;

    /// <param name="firstName">Of somebody who plays.</param>
    public PlaygroundClient this[string firstName] => people[firstName];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Store => Path.Join(folder.FullName, "leerkring.db");

    /// <param name="browser">Where all are opened.</param>
    /// <param name="story">Names the folder of the pictures; letters.</param>
    /// <param name="firstNames">Of the sample network. At most three: each is a process of its own.</param>
    public static Task<Stage> Open(Browser browser, string story, params IReadOnlyList<string> firstNames) => Open(browser, story, new Dictionary<string, string>(), firstNames);

    /// <param name="browser">Where all are opened.</param>
    /// <param name="story">Names the folder of the pictures; letters.</param>
    /// <param name="settings">Of the bot, besides those that every story has.</param>
    /// <param name="firstNames">Of the sample network. At most three: each is a process of its own.</param>
    public static async Task<Stage> Open(Browser browser, string story, IReadOnlyDictionary<string, string> settings, params IReadOnlyList<string> firstNames)
    {
        var stage = new Stage(browser, story, settings);
        try
        {
            stage.Bot = await BotProcess.Start(stage.Settings(), Cancellation);
            foreach (var name in firstNames)
                stage.people[name] = await PlaygroundClient.Start(browser, stage.Bot.Messages, Cast.People, Cast.People.Single(person => person.Name.StartsWith(name, StringComparison.Ordinal)), $"{story}-{name}", Cancellation);
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    /// <summary>When it fails, everybody's screen is kept and what the bot printed is shown.</summary>
    public async Task Play(Func<Task> story)
    {
        try
        {
            await story();
        }
        catch
        {
            foreach (var (name, person) in people) await person.Picture(Path.Join(pictures, $"failed {name}.png"));
            TestContext.Current.TestOutputHelper?.WriteLine(Bot.Output);
            throw;
        }
    }

    /// <summary>The same bot goes on at another moment, and soon takes over the sending of the one that ended.</summary>
    /// <param name="moment">Dutch time.</param>
    public async Task GoOnAt(DateTime moment)
    {
        var address = Bot.Address;
        await Bot.DisposeAsync();
        Bot = await BotProcess.Start(Settings(("Clock__StartAt", $"{moment:s}"), ("Sending__LeaseSeconds", "3")), Cancellation, address);
    }

    /// <summary>Keeps the newest card with that text as a picture.</summary>
    public Task Picture(string firstName, string cardContaining, string what) => people[firstName].Picture(cardContaining, Next(what));

    /// <summary>Keeps somebody's whole screen as a picture.</summary>
    public Task Picture(PlaygroundClient person, string what) => person.Picture(Next(what));

    /// <summary>Opens a link of the bot in the browser and keeps it as a picture.</summary>
    public async Task<Microsoft.Playwright.IPage> Visit(Uri link, string what)
    {
        var page = await browser.Open();
        await page.GotoAsync(Here(link).ToString());
        await page.ScreenshotAsync(new() { Path = Next(what), FullPage = true });
        return page;
    }

    public Task Picture(Microsoft.Playwright.IPage page, string what) => page.ScreenshotAsync(new() { Path = Next(what), FullPage = true });

    public async Task<byte[]> Fetch(Uri link)
    {
        using var client = new HttpClient();
        return await client.GetByteArrayAsync(Here(link), Cancellation);
    }

    /// <summary>Waits until that many mails went out.</summary>
    /// <returns>Oldest first.</returns>
    public async Task<IReadOnlyList<MimeMessage>> Mails(int count)
    {
        var sent = Path.Join(folder.FullName, "mail", "sent");
        while (!Directory.Exists(sent) || Directory.GetFiles(sent, "*.eml").Length < count) await Task.Delay(TimeSpan.FromMilliseconds(200), Cancellation);
        return [.. new DirectoryInfo(sent).GetFiles("*.eml").OrderBy(file => file.LastWriteTimeUtc).Select(file => MimeMessage.Load(file.FullName, Cancellation))];
    }

    /// <summary>What the bot stored, to read and write past it.</summary>
    public SqliteDatabase OpenStore() => SqliteDatabase.File(Store);

    /// <summary>All rows of a series of gatherings, read past the bot.</summary>
    public async Task<IReadOnlyDictionary<string, Row>> Rows(string series)
    {
        using var database = OpenStore();
        var rows = await new SqliteTables(database)[TableNames.Gatherings].Query(series, ".", "~", [], Cancellation).List(Cancellation);
        return rows.ToDictionary(row => row.RowKey);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in people.Values) await person.DisposeAsync();
        if (Bot is not null) await Bot.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private Dictionary<string, string> Settings(params IEnumerable<(string Name, string Value)> more) =>
        settings.Select(setting => (setting.Key, setting.Value)).Concat(more).Append(("Storage__SqlitePath", Store)).Append(("Mail__Directory", Path.Join(folder.FullName, "mail"))).ToDictionary(one => one.Item1, one => one.Item2);

    // The link names the port of a bot that runs by itself.
    private Uri Here(Uri link) => new(Bot.Address, link.PathAndQuery);

    private string Next(string what) => Path.Join(pictures, $"{++taken:00} {what}.png");
}
