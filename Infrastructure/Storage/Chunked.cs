namespace LeerkringBot.Infrastructure.Storage;

/// <summary>A text longer than one value may hold, spread over values "Name0", "Name1", …</summary>
public static class Chunked
{
    private const int Size = 32_000;

    public static IEnumerable<(string Name, object? Value)> Values(string name, string text)
    {
        for (var (i, from) = (0, 0); i == 0 || from < text.Length; i++, from += Size)
            yield return ($"{name}{i}", text.Substring(from, Math.Min(Size, text.Length - from)));
    }

    public static string Read(Row row, string name) =>
        Find(row, name) ?? throw new InvalidDataException($"The row {row.RowKey} has no {name}.");

    /// <returns>Null where there is no such text.</returns>
    public static string? Find(Row row, string name)
    {
        if (row.Text($"{name}0") is not { } text) return null;
        for (var i = 1; row.Text($"{name}{i}") is { } more; i++) text += more;
        return text;
    }
}
