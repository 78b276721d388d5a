using Microsoft.Playwright;

namespace LeerkringBot.EndToEnd;

/// <summary>The machine's Chromium.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // Some of what is waited for takes the bot half a minute, and the machine may be busy.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Places, File.Exists) is not { } chromium) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A page of its own; skips where there is no Chromium.</summary>
    public async Task<IPage> Open()
    {
        Needs.That(browser is not null, $"No Chromium at {string.Join(", ", Places)}.");
        var context = await browser!.NewContextAsync(new() { Locale = "nl-NL", ViewportSize = new() { Width = 1280, Height = 1000 } });
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
