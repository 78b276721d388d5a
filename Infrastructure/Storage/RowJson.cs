using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LeerkringBot.Infrastructure.Storage;

/// <summary>The values of a row in one column of SQLite, readable in any SQLite client: texts, flags and whole numbers as JSON has them, the rest as {"d": double}, {"t": moment}, {"b": base64}.</summary>
internal static class RowJson
{
    // Only a column of our own: nothing of it ends up in a page or a script.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static byte[] Write(IReadOnlyDictionary<string, object> values)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer, Plain);
        json.WriteStartObject();
        foreach (var (name, value) in values)
        {
            switch (TableRules.Normal(value))
            {
                case string text: json.WriteString(name, text); break;
                case bool flag: json.WriteBoolean(name, flag); break;
                case long whole: json.WriteNumber(name, whole); break;
                case double number: WriteTagged(json, name, "d", number.ToString("R", CultureInfo.InvariantCulture)); break;
                case DateTimeOffset moment: WriteTagged(json, name, "t", moment.ToString("O", CultureInfo.InvariantCulture)); break;
                case byte[] bytes: WriteTagged(json, name, "b", Convert.ToBase64String(bytes)); break;
                default: throw new ArgumentException($"The value '{name}' has no type of Table Storage.", nameof(values));
            }
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <param name="body">As written.</param>
    /// <param name="select">The values to read; empty means all.</param>
    public static Dictionary<string, object> Read(ReadOnlySpan<byte> body, IReadOnlyList<string> select)
    {
        var values = new Dictionary<string, object>(select.Count == 0 ? 8 : select.Count);
        var json = new Utf8JsonReader(body);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = select.Count == 0 ? json.GetString() : Selected(ref json, select);
            json.Read();
            if (name is null) json.Skip();
            else values[name] = Value(ref json);
        }

        return values;
    }

    private static string? Selected(ref Utf8JsonReader json, IReadOnlyList<string> select)
    {
        for (var i = 0; i < select.Count; i++)
            if (json.ValueTextEquals(select[i])) return select[i];
        return null;
    }

    private static object Value(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.String => json.GetString()!,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number => json.GetInt64(),
        _ => Tagged(ref json),
    };

    private static object Tagged(ref Utf8JsonReader json)
    {
        json.Read();
        var tag = json.GetString();
        json.Read();
        object value = tag switch
        {
            "d" => double.Parse(json.GetString()!, CultureInfo.InvariantCulture),
            "t" => DateTimeOffset.ParseExact(json.GetString()!, "O", CultureInfo.InvariantCulture),
            "b" => json.GetBytesFromBase64(),
            _ => throw new FormatException($"A stored value has the tag '{tag}'."),
        };
        json.Read();
        return value;
    }

    private static void WriteTagged(Utf8JsonWriter json, string name, string tag, string value)
    {
        json.WriteStartObject(name);
        json.WriteString(tag, value);
        json.WriteEndObject();
    }
}
