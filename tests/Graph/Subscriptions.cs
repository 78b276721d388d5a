using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace LeerkringBot.Graph;

/// <summary>Who is told when something changes (learn: graph/change-notifications-delivery-webhooks, change-notifications-lifecycle-events).</summary>
internal sealed class Subscriptions : IDisposable
{
    // Graph writes spaces and percents in it on purpose.
    private const string Validation = "Validation: Testing client application reachability for 5 % <b>ü</b>";

    private readonly HttpClient http = new();
    private readonly Lock gate = new();
    private readonly Dictionary<string, JsonObject> all = [];
    private int last;

    public IReadOnlyDictionary<string, JsonObject> All
    {
        get
        {
            lock (gate) return all.ToDictionary();
        }
    }

    public void Dispose() => http.Dispose();

    /// <summary>Tells the one subscriber.</summary>
    /// <param name="lifecycleEvent">"missed", "subscriptionRemoved" or "reauthorizationRequired"; null for a mail.</param>
    /// <param name="clientState">In place of what was agreed, as somebody else would say it.</param>
    public async Task<HttpStatusCode> Tell(string? lifecycleEvent = null, string? clientState = null)
    {
        var (id, subscription) = All.Single();
        if (lifecycleEvent == "subscriptionRemoved")
            lock (gate) all.Remove(id);
        var told = new JsonObject { ["subscriptionId"] = id, ["clientState"] = clientState ?? (string)subscription["clientState"]!, ["resource"] = "users/x/messages/y" };
        told[lifecycleEvent is null ? "changeType" : "lifecycleEvent"] = lifecycleEvent ?? "created";
        using var response = await http.PostAsJsonAsync(new Uri((string)subscription[lifecycleEvent is null ? "notificationUrl" : "lifecycleNotificationUrl"]!), new JsonObject { ["value"] = new JsonArray(told) });
        return response.StatusCode;
    }

    /// <returns>Null where it is about something else.</returns>
    public async Task<GraphAnswer?> Answer(GraphCall call) => (call.Method, call.Path.Split('/')) switch
    {
        ("POST", ["subscriptions"]) => await Make(JsonNode.Parse(call.Body)!.AsObject()),
        ("PATCH", ["subscriptions", var id]) => Change(id, JsonNode.Parse(call.Body)!.AsObject()),
        _ => null,
    };

    private async Task<GraphAnswer> Make(JsonObject wanted)
    {
        if ((string?)wanted["changeType"] != "created" || !((string)wanted["clientState"]! is { Length: > 0 and <= 128 })) return GraphAnswer.Error(400, "InvalidRequest");
        foreach (var url in new[] { "notificationUrl", "lifecycleNotificationUrl" })
        {
            using var response = await http.PostAsync(new Uri($"{(string)wanted[url]!}?validationToken={Uri.EscapeDataString(Validation)}"), null);
            if (response.StatusCode != HttpStatusCode.OK || response.Content.Headers.ContentType?.MediaType != "text/plain" || await response.Content.ReadAsStringAsync() != Validation) return GraphAnswer.Error(400, "ValidationError");
        }

        lock (gate)
        {
            wanted["id"] = $"subscription-{++last}";
            all[$"subscription-{last}"] = wanted;
            return new(201, wanted.ToJsonString());
        }
    }

    private GraphAnswer Change(string id, JsonObject changes)
    {
        lock (gate)
        {
            if (!all.TryGetValue(id, out var subscription)) return GraphAnswer.Error(404, "ResourceNotFound");
            subscription["expirationDateTime"] = (string)changes["expirationDateTime"]!;
            return GraphAnswer.Of(subscription);
        }
    }

    public DateTimeOffset Until(string id)
    {
        lock (gate) return DateTimeOffset.Parse((string)all[id]["expirationDateTime"]!, CultureInfo.InvariantCulture);
    }
}
