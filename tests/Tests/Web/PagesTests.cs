using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using LeerkringBot.Bot.Web;
using LeerkringBot.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeerkringBot.Tests.Web;

public sealed partial class PagesTests : IAsyncLifetime
{
    private WebApplication? app;
    private HttpClient? client;

    public static TheoryData<string, string> Paths
    {
        get
        {
            var paths = new TheoryData<string, string>();
            foreach (var page in Page.All) paths.Add(page.Path, page.Lang);
            return paths;
        }
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<INetwork, OddNetwork>();
        app = builder.Build();
        app.MapPages();
        await app.StartAsync(TestContext.Current.CancellationToken);
        client = app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        if (app is not null) await app.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_page_is_plain_and_says_its_language(string path, string lang)
    {
        using var answer = await client!.GetAsync(path, TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Contains($"<html lang=\"{lang}\">", html, StringComparison.Ordinal);
        Assert.Single(Heading().Matches(html));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(Placeholder(), html);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_page_shows_the_network_and_its_mailbox_to_the_letter(string path, string lang)
    {
        var html = await client!.GetStringAsync(path, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("<b>M50</b>", html, StringComparison.Ordinal);
        Assert.Contains("mailto:secretariaat@leerkring.example", html, StringComparison.Ordinal);
        Assert.Contains(lang == "nl" ? "English" : "Nederlands", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_link_to_ourselves_leads_to_a_page(string path, string lang)
    {
        _ = lang;
        var html = await client!.GetStringAsync(path, TestContext.Current.CancellationToken);

        foreach (Match link in OwnLink().Matches(html))
        {
            using var answer = await client.GetAsync(link.Groups["path"].Value, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private sealed class OddNetwork : INetwork
    {
        public ValueTask<Network> Current(CancellationToken cancellationToken) =>
            ValueTask.FromResult(new Network("<b>M50</b>", "secretariaat@leerkring.example", ImmutableSortedDictionary<string, Municipality>.Empty));
    }

    [GeneratedRegex("<h1>", RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\{(network|mailbox|title|lang|links|nav|body)\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();

    [GeneratedRegex("href=\"(?<path>/[^\"]*)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex OwnLink();
}
