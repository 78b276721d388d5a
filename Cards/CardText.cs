using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeerkringBot.Cards;

/// <summary>Text where a card understands Markdown. A string becomes one by escaping, so what people typed can't format, link or break a card; only our own texts come in as Markdown.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct CardText
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create("\\`*_{}[]()#+-.!|<>~&");

    private readonly string? value;

    private CardText(string value) => this.value = value;

    public static CardText Empty { get; } = new("");

    /// <summary>Our own text, taken as it is.</summary>
    public static CardText Markdown(string ours) => new(ours);

    /// <summary>Somebody's text, shown to the letter.</summary>
    public static CardText Plain(string? theirs)
    {
        if (string.IsNullOrEmpty(theirs) || theirs.AsSpan().IndexOfAny(Special) < 0) return new(theirs ?? "");
        var escaped = new StringBuilder(theirs.Length + 16);
        for (var i = 0; i < theirs.Length; i++)
        {
            var letter = theirs[i];
            if (MeansSomething(theirs, i)) escaped.Append('\\');
            escaped.Append(letter);
        }

        return new(escaped.ToString());
    }

    public static implicit operator CardText(string theirs) => Plain(theirs);

    public override string ToString() => value ?? "";

    // '.', '-', '+' and '!' mean something only where a list or an image may begin; escaping them everywhere would litter dates.
    private static bool MeansSomething(string text, int index) => text[index] switch
    {
        '.' or ')' => index > 0 && char.IsAsciiDigit(text[index - 1]) && OnlyDigitsBefore(text, index) && (index + 1 == text.Length || char.IsWhiteSpace(text[index + 1])),
        '-' or '+' or '#' => AtLineStart(text, index),
        '!' => index + 1 < text.Length && text[index + 1] == '[',
        '&' => index + 1 < text.Length && (text[index + 1] == '#' || char.IsAsciiLetter(text[index + 1])),
        // Cards make a date of "{{DATE(…)}}".
        '{' => (index > 0 && text[index - 1] == '{') || (index + 1 < text.Length && text[index + 1] == '{'),
        '(' or '}' or '|' => false,
        _ => Special.Contains(text[index]),
    };

    private static bool AtLineStart(string text, int index)
    {
        for (var i = index - 1; i >= 0 && text[i] is not ('\n' or '\r'); i--)
            if (!char.IsWhiteSpace(text[i]) && text[i] != text[index]) return false;
        return true;
    }

    private static bool OnlyDigitsBefore(string text, int index)
    {
        for (var i = index - 1; i >= 0 && text[i] is not ('\n' or '\r'); i--)
            if (!char.IsAsciiDigit(text[i]) && !char.IsWhiteSpace(text[i])) return false;
        return true;
    }

    internal sealed class Converter : JsonConverter<CardText>
    {
        public override CardText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, CardText value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
