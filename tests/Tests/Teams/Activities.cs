using System.Text.Json.Nodes;

namespace LeerkringBot.Tests.Teams;

/// <summary>Activities as Teams sends them.</summary>
internal static class Activities
{
    public const string Tenant = "00000000-0000-0000-0000-0000000000aa";
    public const string Bot = "28:bot";
    public const string Channel = "19:werk@thread.tacv2";

    private static int last;

    public static string ObjectId(int person) => $"00000000-0000-0000-0000-0000000000{person:00}";

    public static JsonObject Personal(string type, string serviceUrl) => JsonNode.Parse($$"""
        {
          "type": "{{type}}", "id": "act-{{Interlocked.Increment(ref last)}}", "channelId": "msteams", "serviceUrl": "{{serviceUrl}}", "locale": "nl-NL",
          "timestamp": "2026-11-22T20:45:00.531Z",
          "from": { "id": "29:anneke", "name": "Anneke de Wit", "aadObjectId": "{{ObjectId(1)}}" },
          "recipient": { "id": "{{Bot}}", "name": "Leerkring" },
          "conversation": { "conversationType": "personal", "tenantId": "{{Tenant}}", "id": "a:chat" },
          "entities": [{ "type": "clientInfo", "locale": "nl-NL", "country": "NL", "platform": "Web", "timezone": "Europe/Amsterdam" }],
          "channelData": { "tenant": { "id": "{{Tenant}}" } }
        }
        """)!.AsObject();

    public static JsonObject InChannel(string type, string serviceUrl)
    {
        var activity = Personal(type, serviceUrl);
        activity["conversation"] = JsonNode.Parse($$"""{"isGroup":true,"conversationType":"channel","tenantId":"{{Tenant}}","id":"{{Channel}};messageid=170"}""");
        activity["channelData"] = JsonNode.Parse($$$"""{"teamsChannelId":"{{{Channel}}}","tenant":{"id":"{{{Tenant}}}"},"team":{"id":"19:team@thread.tacv2"},"channel":{"id":"{{{Channel}}}"}}""");
        activity["entities"] = JsonNode.Parse("""[{"type":"mention","mentioned":{"id":"28:bot","name":"Leerkring"},"text":"<at>Leerkring</at>"}]""");
        return activity;
    }

    public static JsonObject Text(this JsonObject activity, string text) => activity.With("text", text);

    public static JsonObject With(this JsonObject activity, string name, JsonNode? value)
    {
        activity[name] = value;
        return activity;
    }

    public static JsonObject Execute(this JsonObject activity, string verb, string data = "{}") => activity
        .With("name", "adaptiveCard/action")
        .With("replyToId", "card-1")
        .With("value", JsonNode.Parse($$$"""{"action":{"type":"Action.Execute","title":"Doe","verb":"{{{verb}}}","data":{{{data}}}},"trigger":"manual"}"""));
}
