using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeerkringBot.Tests.Teams;

/// <summary>A Bot Connector on this machine: writes down what it is asked and answers as Teams does, or as the test says.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<ConnectorCall> calls = new();
    private int lastId;

    private FakeConnector(WebApplication app) => this.app = app;

    public string Url => app.Urls.Single() + "/emea/";

    public IReadOnlyList<ConnectorCall> Calls => [.. calls];

    /// <summary>Answers in place of the connector; null leaves it to the connector.</summary>
    public Func<ConnectorCall, IResult?> Script { get; set; } = _ => null;

    public static async Task<FakeConnector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new FakeConnector(builder.Build());
        connector.app.Run(connector.Answer);
        await connector.app.StartAsync();
        return connector;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    public static IResult Status(int status, string? body = null, int? retryAfter = null) => new Scripted(status, body, retryAfter is null ? null : $"{retryAfter}");

    /// <param name="status">Of HTTP.</param>
    /// <param name="until">As a date, in whole seconds.</param>
    /// <param name="now">What its own clock says.</param>
    public static IResult Until(int status, DateTimeOffset until, DateTimeOffset now) => new Scripted(status, null, $"{until:R}", $"{now:R}");

    private async Task Answer(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var path = http.Request.Path.Value!.Replace("/emea/v3/", "", StringComparison.Ordinal);
        var call = new ConnectorCall(http.Request.Method, path, http.Request.QueryString.Value ?? "", await reader.ReadToEndAsync(), http.Request.Headers.Authorization, http.Request.Headers.ContentRange);
        calls.Enqueue(call);
        await (Script(call) ?? Usual(call)).ExecuteAsync(http);
    }

    private IResult Usual(ConnectorCall call) => call switch
    {
        { Method: "GET" } when call.Path.EndsWith("/pagedmembers", StringComparison.Ordinal) => call.Query.Contains("continuationToken", StringComparison.Ordinal)
            ? Status(200, $$"""{"members":[{{Account("29:piet", 2)}},{"id":"28:bot","name":"Leerkring"}]}""")
            : Status(200, $$"""{"members":[{{Account("29:anneke", 1)}}],"continuationToken":"next&page"}"""),
        { Method: "GET" } when call.Path.Contains("/members/", StringComparison.Ordinal) => Status(200, Account(call.Path.Split('/')[^1], 1)),
        { Method: "GET" } when call.Path.EndsWith("/conversations", StringComparison.Ordinal) => Status(200, """{"conversations":[{"id":"19:team@thread.tacv2"},{"id":"19:werk@thread.tacv2","name":"Werksessies"}]}"""),
        { Method: "GET" } when call.Path.StartsWith("teams/", StringComparison.Ordinal) => Status(200, """{"id":"19:team@thread.tacv2","name":"M50"}"""),
        { Method: "POST", Path: "conversations" } when call.Json["activity"] is not null => Status(201, $$"""{"id":"{{call.Json["channelData"]!["channel"]!["id"]}};messageid=m1","activityId":"m1"}"""),
        { Method: "POST", Path: "conversations" } => Status(201, """{"id":"a:new-chat"}"""),
        { Method: "PUT" } => Status(200, $$"""{"id":"{{call.Path.Split('/')[^1]}}"}"""),
        { Method: "DELETE" } => Status(200),
        _ => Status(201, $$"""{"id":"sent-{{Interlocked.Increment(ref lastId)}}"}"""),
    };

    private static string Account(string id, int person) =>
        $$"""{"id":"{{id}}","aadObjectId":"{{Activities.ObjectId(person)}}","name":"Naam {{person}}","email":"P{{person}}@Waalwijk.example","userPrincipalName":"p{{person}}@waalwijk.example","tenantId":"{{Activities.Tenant}}","userRole":"user"}""";

    private sealed class Scripted(int status, string? body, string? retryAfter, string? date = null) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            if (retryAfter is not null) httpContext.Response.Headers.RetryAfter = retryAfter;
            if (date is not null) httpContext.Response.Headers.Date = date;
            if (body is null) return;
            httpContext.Response.ContentType = "application/json";
            await httpContext.Response.WriteAsync(body);
        }
    }
}

internal sealed record ConnectorCall(string Method, string Path, string Query, string Body, string? Authorization, string? Range = null)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public override string ToString() => $"{Method} {Path}";
}
