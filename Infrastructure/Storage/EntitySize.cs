using System.Runtime.InteropServices;

namespace LeerkringBot.Infrastructure.Storage;

/// <summary>What a row weighs, never too low.</summary>
/// <param name="Stored">Bytes as Table Storage counts them: 4 per entity, 2 per character of keys, names and texts, 8 per value, and the values themselves.</param>
/// <param name="Sent">Bytes at most in a batch request: JSON in which every character outside A-Z, a-z, 0-9 and space may be written as \uXXXX.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EntitySize(long Stored, long Sent)
{
    /// <summary>Headers and address of one change in a batch, with room to spare: keys of 200 characters are escaped to 600.</summary>
    public const int Envelope = 3_000;

    private const int Annotation = 48;

    public static EntitySize Of(Row row)
    {
        long stored = 4 + (2 * (row.PartitionKey.Length + row.RowKey.Length));
        long sent = Envelope;
        foreach (var (name, value) in row.Values)
        {
            var size = Of(value);
            stored += 8 + (2 * name.Length) + size.Stored;
            sent += Annotation + (2 * name.Length) + size.Sent;
        }

        return new(stored, sent);
    }

    private static EntitySize Of(object value) => value switch
    {
        string text => new(4 + (2 * text.Length), Escaped(text)),
        byte[] bytes => new(4 + bytes.Length, 4 * ((bytes.Length + 2) / 3)),
        _ => new(8, 40),
    };

    private static int Escaped(string text)
    {
        var bytes = 0;
        foreach (var character in text) bytes += char.IsAsciiLetterOrDigit(character) || character == ' ' ? 1 : 6;
        return bytes;
    }
}
