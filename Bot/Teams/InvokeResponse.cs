using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;

namespace LeerkringBot.Bot.Teams;

/// <summary>Answers to an invoke: HTTP 200 with <c>{statusCode,type,value}</c> (learn: adaptive-cards universal action model; dynamic search). Written straight to the response.</summary>
internal static class InvokeResponse
{
    private const int MostKept = 256 * 1024;

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json)? scratch;

    public static Task Write(HttpResponse response, Reply reply, CancellationToken cancellationToken)
    {
        var (bytes, json) = Begin(reply is Reply.Card ? "application/vnd.microsoft.card.adaptive" : "application/vnd.microsoft.activity.message");
        switch (reply)
        {
            case Reply.Card card:
                json.WritePropertyName("value");
                JsonSerializer.Serialize(json, card.Content, CardJson.Default.AdaptiveCard);
                break;
            case Reply.Line line:
                json.WriteString("value", line.Text);
                break;
        }

        return End(response, bytes, json, cancellationToken);
    }

    public static Task Write(HttpResponse response, IReadOnlyList<Choice> choices, CancellationToken cancellationToken)
    {
        var (bytes, json) = Begin("application/vnd.microsoft.search.searchResponse");
        json.WriteStartObject("value");
        json.WriteStartArray("results");
        foreach (var choice in choices)
        {
            json.WriteStartObject();
            json.WriteString("title", choice.Title);
            json.WriteString("value", choice.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        return End(response, bytes, json, cancellationToken);
    }

    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json) Begin(string type)
    {
        var (bytes, json) = Scratch();
        json.WriteStartObject();
        json.WriteNumber("statusCode", 200);
        json.WriteString("type", type);
        return (bytes, json);
    }

    // The whole answer is there before its first byte goes out, so a card that can't be written still gets a proper answer, and the length is known.
    private static Task<FlushResult> End(HttpResponse response, ArrayBufferWriter<byte> bytes, Utf8JsonWriter json, CancellationToken cancellationToken)
    {
        json.WriteEndObject();
        json.Flush();
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = bytes.WrittenCount;
        response.BodyWriter.Write(bytes.WrittenSpan);
        return response.BodyWriter.FlushAsync(cancellationToken).AsTask();
    }

    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json) Scratch()
    {
        if (scratch is not { } kept || kept.Bytes.Capacity > MostKept)
        {
            var fresh = new ArrayBufferWriter<byte>(16 * 1024);
            kept = (fresh, new Utf8JsonWriter(fresh, CardBytes.Writing));
            scratch = kept;
        }

        kept.Bytes.ResetWrittenCount();
        kept.Json.Reset();
        return kept;
    }
}
