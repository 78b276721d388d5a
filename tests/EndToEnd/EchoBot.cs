using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeerkringBot.EndToEnd;

/// <summary>Answers a message with a card that repeats it, and a click with a card that repeats its data.</summary>
internal sealed class EchoBot : IAsyncDisposable
{
    private readonly WebApplication host;
    private readonly HttpClient client = new();

    private EchoBot(WebApplication host) => this.host = host;

    public Uri Messages => new(new Uri(host.Urls.First()), "/api/messages");

    /// <summary>What came in, oldest first.</summary>
    public ConcurrentQueue<JsonObject> Activities { get; } = [];

    public static async Task<EchoBot> Start(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var bot = new EchoBot(app);
        app.MapPost("/api/messages", (HttpRequest request) => bot.Answer(request));
        await app.StartAsync(cancellationToken);
        return bot;
    }

    /// <summary>Replaces a posted card, as a bot does when shared counts change.</summary>
    public async Task Update(JsonObject activity, string activityId, string text)
    {
        using var answer = await client.PutAsync(Conversation(activity, activityId), Json(Message(activity, Card(text))));
        answer.EnsureSuccessStatusCode();
    }

    /// <returns>The id of what was posted.</returns>
    public async Task<string> Post(JsonObject activity, string text)
    {
        using var answer = await client.PostAsync(Conversation(activity, null), Json(Message(activity, Card(text))));
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]!.GetValue<string>();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    private async Task<IResult> Answer(HttpRequest request)
    {
        var activity = (await JsonSerializer.DeserializeAsync<JsonObject>(request.Body))!;
        Activities.Enqueue(activity);
        switch (activity["type"]!.GetValue<string>())
        {
            case "message":
                await Post(activity, $"U zei: {activity["text"]}");
                return Results.Ok();
            case "invoke":
                var card = Card($"U koos: {activity["value"]!["action"]!["data"]!.ToJsonString()}");
                return Results.Json(new JsonObject { ["statusCode"] = 200, ["type"] = "application/vnd.microsoft.card.adaptive", ["value"] = card });
            default:
                return Results.Ok();
        }
    }

    private static Uri Conversation(JsonObject activity, string? activityId) =>
        new($"{activity["serviceUrl"]!.GetValue<string>().TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(activity["conversation"]!["id"]!.GetValue<string>())}/activities/{activityId}".TrimEnd('/'));

    private static JsonObject Message(JsonObject activity, JsonObject card) => new()
    {
        ["type"] = "message",
        ["from"] = activity["recipient"]!.DeepClone(),
        ["conversation"] = activity["conversation"]!.DeepClone(),
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card }),
    };

    private static JsonObject Card(string text) => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["body"] = new JsonArray(
            new JsonObject { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true },
            new JsonObject { ["type"] = "Input.Text", ["id"] = "name", ["label"] = "Uw naam" },
            new JsonObject
            {
                ["type"] = "Input.ChoiceSet",
                ["id"] = "municipality",
                ["label"] = "Uw gemeente",
                ["style"] = "filtered",
                ["choices"] = new JsonArray(
                    new JsonObject { ["title"] = "Meierijstad", ["value"] = "GM1948" },
                    new JsonObject { ["title"] = "Waalwijk", ["value"] = "GM0867" }),
            },
            new JsonObject
            {
                ["type"] = "ActionSet",
                ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.Execute", ["title"] = "Ik kom", ["verb"] = "echo", ["data"] = new JsonObject() }),
            }),
    };

    private static StringContent Json(JsonObject content) => new(content.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
}
