using LeerkringBot.Bot.Development;
using Microsoft.Playwright;

namespace LeerkringBot.EndToEnd;

/// <summary>One person in an Agents Playground of their own. Chats, team and channels have their own ids; persons have the same ids in every one.</summary>
/// <remarks>What the bot sent is looked for by its text, newest first.</remarks>
internal sealed class PlaygroundClient : IAsyncDisposable
{
    private readonly PlaygroundProcess process;
    private readonly IPage page;

    private PlaygroundClient(PlaygroundProcess process, PlaygroundSetup setup, IPage page) => (this.process, Setup, this.page) = (process, setup, page);

    /// <summary>The ids of its conversations.</summary>
    public PlaygroundSetup Setup { get; }

    public PlaygroundUser Acting => Setup.Users[0];

    /// <param name="browser">Where it is opened.</param>
    /// <param name="messages">The bot's endpoint; it must answer already.</param>
    /// <param name="people">Six; <paramref name="acting"/> is one of them.</param>
    /// <param name="acting">Who types and clicks.</param>
    /// <param name="name">Makes its ids its own; letters and digits.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<PlaygroundClient> Start(Browser browser, Uri messages, IReadOnlyList<PlaygroundUser> people, PlaygroundUser acting, string name, CancellationToken cancellationToken)
    {
        Node.Require();
        var opened = await browser.Open();
        var setup = new PlaygroundSetup(
            "node",
            [Path.Join(Node.Folder, "node_modules", PlaygroundSetup.Package, "cli.js")],
            Directory.CreateTempSubdirectory("playground").FullName,
            FreePort.Next(),
            messages,
            name,
            [acting, .. people.Where(person => person != acting)]);
        var client = new PlaygroundClient(PlaygroundProcess.Start(setup)!, setup, opened);
        try
        {
            await client.Ready(cancellationToken);
            return client;
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    public Task OpenPersonalChat() => Open("Personal Chat");

    public Task OpenChannel() => Open("Leerkring - Bijeenkomsten");

    /// <summary>In a chat; in a channel only what <see cref="Mention"/> says reaches the bot.</summary>
    public async Task Say(string text)
    {
        await Composer.ClickAsync();
        await page.Keyboard.InsertTextAsync(text);
        await Send();
    }

    /// <summary>"@LeerkringBot text", in a channel.</summary>
    public async Task Mention(string text)
    {
        await Composer.ClickAsync();
        await page.Keyboard.TypeAsync("@");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "LeerkringBot" }).ClickAsync();
        await page.Keyboard.InsertTextAsync($" {text}");
        await Send();
    }

    /// <summary>Waits for a card with that text in the open conversation, and answers the newest.</summary>
    public async Task<ILocator> Card(string containing)
    {
        var card = page.Locator(".ac-adaptiveCard").Filter(new() { HasText = containing }).Last;
        await card.WaitForAsync();
        return card;
    }

    /// <summary>Presses the first that has that title on the newest card that holds the text.</summary>
    public async Task Press(string cardContaining, string title, AriaRole role = AriaRole.Button) =>
        await (await Card(cardContaining)).GetByRole(role, new() { Name = title, Exact = true }).First.ClickAsync();

    /// <summary>Presses the button that stands with a text, on a card with the same button more than once.</summary>
    public async Task PressBeside(string cardContaining, string text, string title) =>
        await (await Card(cardContaining)).Locator(".ac-container").Filter(new() { HasText = text }).Last.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).ClickAsync();

    public async Task Fill(string cardContaining, string label, string value) =>
        await (await Card(cardContaining)).GetByLabel(label).FillAsync(value);

    /// <summary>Ticks a box; its name has the label of its list before it.</summary>
    public async Task Tick(string cardContaining, string title) =>
        await (await Card(cardContaining)).GetByRole(AriaRole.Checkbox, new() { Name = title }).CheckAsync(new() { Force = true });

    /// <summary>Waits until a box is ticked: the client shows its text a moment earlier.</summary>
    public async Task SeesTicked(string cardContaining, string title) =>
        await Assertions.Expect((await Card(cardContaining)).GetByRole(AriaRole.Checkbox, new() { Name = title })).ToBeCheckedAsync();

    /// <summary>Types in a filtered list and takes the option with that title.</summary>
    public async Task Choose(string cardContaining, string label, string option)
    {
        var list = (await Card(cardContaining)).GetByRole(AriaRole.Combobox, new() { Name = label });
        await list.ClickAsync();
        await list.PressSequentiallyAsync(option);
        await page.GetByRole(AriaRole.Option, new() { Name = option, Exact = true }).ClickAsync();
    }

    /// <summary>Takes the first option that has that text from a folded list.</summary>
    public async Task Select(string cardContaining, string label, string option)
    {
        await (await Card(cardContaining)).GetByRole(AriaRole.Combobox, new() { Name = label }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = option }).First.ClickAsync();
    }

    /// <summary>Presses a button with a link.</summary>
    /// <returns>The first address asked for that has <paramref name="path"/> in it.</returns>
    public async Task<Uri> Follow(string cardContaining, string title, string path)
    {
        var asked = new TaskCompletionSource<Uri>();
        page.Context.Request += (_, request) =>
        {
            if (request.Url.Contains(path, StringComparison.Ordinal)) asked.TrySetResult(new(request.Url));
        };
        await Press(cardContaining, title, AriaRole.Link);
        return await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Waits until the bot has said that in the open conversation.</summary>
    public Task Sees(string text, int times = 1) => Posts.Filter(new() { HasText = text }).Nth(times - 1).WaitForAsync();

    /// <summary>How many cards in the open conversation hold that text.</summary>
    public Task<int> CountCards(string containing) => page.Locator(".ac-adaptiveCard").Filter(new() { HasText = containing }).CountAsync();

    /// <summary>The newest card that holds the text, to its end.</summary>
    /// <param name="cardContaining">What it holds.</param>
    /// <param name="path">PNG.</param>
    public async Task Picture(string cardContaining, string path)
    {
        var usual = page.ViewportSize!;
        // What a conversation has scrolled away would not be on it.
        await page.SetViewportSizeAsync(usual.Width, 3200);
        await (await Card(cardContaining)).ScreenshotAsync(new() { Path = path });
        await page.SetViewportSizeAsync(usual.Width, usual.Height);
    }

    /// <summary>The whole client.</summary>
    /// <param name="path">PNG.</param>
    public Task Picture(string path) => page.ScreenshotAsync(new() { Path = path });

    public async ValueTask DisposeAsync()
    {
        await page.Context.CloseAsync();
        process.Dispose();
        Directory.Delete(Setup.Folder, recursive: true);
    }

    // A message of the bot in a chat, or a post in a channel with its replies.
    private ILocator Posts => page.Locator("div:has(> [aria-label='Message header'] [aria-label='Message author']), [role=group]");

    private ILocator Composer => page.Locator("[data-lexical-editor=true][role=textbox]").First;

    private async Task Ready(CancellationToken cancellationToken)
    {
        if (!await process.Ready(cancellationToken)) throw new InvalidOperationException($"The Playground of {Acting.Name} ended: {process.LastLine}");
        await page.GotoAsync(Setup.Page.ToString());
        await page.GetByRole(AriaRole.Treeitem, new() { Name = "Personal Chat", Exact = true }).WaitForAsync();
        // It shows the name of its user once it has reached the bot.
        await page.GetByText(Acting.Name, new() { Exact = true }).First.WaitForAsync();
    }

    private Task Open(string conversation) => page.GetByRole(AriaRole.Treeitem, new() { Name = conversation, Exact = true }).ClickAsync();

    // A chat has an arrow, a channel a button with a word.
    private Task Send() => page.Locator("button[aria-label='Send Message'], button:text-is('Post')").First.ClickAsync();
}
