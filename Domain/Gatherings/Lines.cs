namespace LeerkringBot.Domain.Gatherings;

/// <summary>Text of several lines.</summary>
internal static class Lines
{
    /// <summary>Those with something on them, trimmed.</summary>
    public static IEnumerable<string> Of(string text) => Numbered(text).Select(line => line.Line);

    /// <summary>The same with their number, counted from 1 as an editor does.</summary>
    public static IEnumerable<(string Line, int Number)> Numbered(string text) =>
        text.ReplaceLineEndings("\n").Split('\n').Select((line, index) => (line.Trim(), index + 1)).Where(line => line.Item1.Length > 0);
}
