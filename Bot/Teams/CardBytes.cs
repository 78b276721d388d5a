using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using LeerkringBot.Cards;

namespace LeerkringBot.Bot.Teams;

/// <summary>Cards as UTF-8 JSON. They stand in no HTML page, so "é" stays "é".</summary>
internal static class CardBytes
{
    public static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(AdaptiveCard card)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        using var writer = new Utf8JsonWriter(bytes, Writing);
        JsonSerializer.Serialize(writer, card, CardJson.Default.AdaptiveCard);
        return bytes.WrittenSpan.ToArray();
    }
}
