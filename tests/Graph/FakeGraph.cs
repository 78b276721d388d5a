using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeerkringBot.Graph;

/// <summary>A Microsoft Graph on this machine: writes down what it is asked and answers as Graph does, or as the test says.</summary>
internal sealed class FakeGraph : IAsyncDisposable
{
    private const string Version = "/v1.0/";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<GraphCall> calls = new();

    private FakeGraph(WebApplication app)
    {
        this.app = app;
        app.Run(Answer);
    }

    public Uri Address => new(app.Urls.Single() + Version.TrimEnd('/'));

    public IReadOnlyList<GraphCall> Calls => [.. calls];

    /// <summary>Answers in place of Graph, which then does nothing; null leaves it to Graph.</summary>
    public Func<GraphCall, GraphAnswer?> Script { get; set; } = _ => null;

    /// <summary>The answer that is lost on its way, after Graph did what it was asked; null lets it through.</summary>
    public Func<GraphCall, GraphAnswer?> Lose { get; set; } = _ => null;

    public Teamwork Teamwork { get; } = new();

    public Mailbox Mailbox { get; set; } = new();

    public Subscriptions Subscriptions { get; } = new();

    public static async Task<FakeGraph> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var graph = new FakeGraph(builder.Build());
        await graph.app.StartAsync();
        return graph;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Subscriptions.Dispose();
    }

    private async Task Answer(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var call = new GraphCall(
            http.Request.Method,
            http.Request.Path.Value![Version.Length..],
            Uri.UnescapeDataString(http.Request.QueryString.Value ?? ""),
            await reader.ReadToEndAsync(),
            http.Request.Headers.Authorization,
            http.Request.ContentType,
            [.. http.Request.Headers.GetCommaSeparatedValues("Prefer")]);
        calls.Enqueue(call);
        var answer = Script(call);
        if (answer is null)
        {
            answer = Teamwork.Answer(call) ?? await Mailbox.Answer(call, Address, http.RequestAborted) ?? await Subscriptions.Answer(call) ?? GraphAnswer.Error(404, "UnknownError");
            answer = Lose(call) ?? answer;
        }

        await answer.Write(http);
    }
}
