using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace LeerkringBot.Connector;

/// <summary>A request of the protocol, read to its end: what broke off in the middle never arrived.</summary>
/// <param name="Method">Of HTTP.</param>
/// <param name="Path">Below "/v3/".</param>
/// <param name="Kind">What it comes down to.</param>
/// <param name="Conversation">See <see cref="ConnectorRequest"/>.</param>
/// <param name="BeginsThread">It creates a conversation in a channel, with its first message.</param>
/// <param name="Continuation">How many members the pages before held.</param>
internal sealed record Asked(string Method, string Path, RequestKind Kind, string Conversation, bool BeginsThread = false, int Continuation = 0)
{
    /// <summary>The last part of the path.</summary>
    public string Last => Path[(Path.LastIndexOf('/') + 1)..];

    public static async Task<Asked> Read(HttpRequest request)
    {
        var path = request.Path.Value!.TrimStart('/')["v3/".Length..];
        if (request.Method == HttpMethods.Post && path == "conversations") return Creation(path, (await JsonNode.ParseAsync(request.Body))!);

        await request.Body.CopyToAsync(Stream.Null);
        var parts = path.Split('/');
        var conversation = parts[0] == "conversations" ? parts[1].Split(';')[0] : "";
        var kind = request.Method switch
        {
            "POST" => RequestKind.Send,
            "PUT" => RequestKind.Update,
            "DELETE" => RequestKind.Delete,
            _ => RequestKind.Read,
        };
        _ = int.TryParse(request.Query["continuationToken"], CultureInfo.InvariantCulture, out var continuation);
        return new(request.Method, path, kind, conversation, Continuation: continuation);
    }

    private static Asked Creation(string path, JsonNode body) => body["activity"] is null
        ? new(HttpMethods.Post, path, RequestKind.Create, $"a:{body["members"]![0]!["id"]!.GetValue<string>()[3..]}")
        : new(HttpMethods.Post, path, RequestKind.Send, body["channelData"]!["channel"]!["id"]!.GetValue<string>(), BeginsThread: true);
}
