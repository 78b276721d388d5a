using System.Globalization;
using System.Text.RegularExpressions;

namespace LeerkringBot.Domain.Gatherings;

/// <summary>"13.30-13.45 Welkom", however somebody writes or pastes it.</summary>
internal static partial class TimeSpanText
{
    /// <returns>Null when the line has no start and end at its beginning.</returns>
    public static (TimeOnly Start, TimeOnly End, string Words)? Read(string line) =>
        Spanning().Match(line) is { Success: true } match
        && Time(match.Groups["start"].Value) is { } start
        && Time(match.Groups["end"].Value) is { } end
            ? (start, end, match.Groups["rest"].Value.Trim())
            : null;

    /// <summary>Whether it begins as a time does, and so is meant as one.</summary>
    public static bool BeginsWithTime(string line) => Beginning().IsMatch(line);

    public static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text.Trim().Replace('.', ':'), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    public static string Write(TimeOnly start, TimeOnly end) => string.Create(CultureInfo.InvariantCulture, $"{start:HH:mm}-{end:HH:mm}");

    [GeneratedRegex(@"^(?<start>\d{1,2}[.:]\d{2})\s*(uur|u)?\s*([-–—]|tot|to)\s*(?<end>\d{1,2}[.:]\d{2})(\s*(uur|u)\b)?\s*[:,–—-]?\s*(?<rest>.*)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Spanning();

    [GeneratedRegex(@"^\d{1,2}[.:]\d{2}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Beginning();
}
