using System.Text.Json;
using LeerkringBot.Cards;
using Microsoft.Playwright;

namespace LeerkringBot.EndToEnd;

/// <summary>Cards as the official JavaScript renderer draws them in a browser, with Markdown as Teams has it.</summary>
internal sealed class CardPage
{
    private readonly IPage page;

    private CardPage(IPage page) => this.page = page;

    /// <param name="browser">Where it is opened.</param>
    /// <param name="width">Of the card, in pixels.</param>
    public static async Task<CardPage> Open(Browser browser, int width)
    {
        Node.Require();
        var opened = await browser.Open();
        await opened.SetViewportSizeAsync(width, 800);
        foreach (var script in (string[])["node_modules/adaptivecards/dist/adaptivecards.min.js", "node_modules/markdown-it/dist/markdown-it.min.js", "card-page.js"])
            await opened.AddScriptTagAsync(new() { Path = Path.Join(Node.Folder, script) });
        return new(opened);
    }

    /// <returns>Per card what can be read on it; white space made one space.</returns>
    public Task<IReadOnlyList<string>> Texts(IEnumerable<AdaptiveCard> cards) => Evaluate("textOf", cards);

    /// <returns>Per card what sticks out of it, or nothing.</returns>
    public Task<IReadOnlyList<string>> CutOff(IEnumerable<AdaptiveCard> cards) => Evaluate("cutOff", cards);

    private async Task<IReadOnlyList<string>> Evaluate(string function, IEnumerable<AdaptiveCard> cards) =>
        await page.EvaluateAsync<string[]>(
            $"cards => cards.map(card => {function}(JSON.parse(card)))",
            cards.Select(card => JsonSerializer.Serialize(card, CardJson.Default.AdaptiveCard)).ToArray());
}
