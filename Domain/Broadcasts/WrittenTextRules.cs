using System.Text.RegularExpressions;

namespace LeerkringBot.Domain.Broadcasts;

/// <summary>What a text must be like to be sent.</summary>
public static partial class WrittenTextRules
{
    public const int MostTitle = 120;
    public const int MostText = 3_000;
    public const int MostButton = 40;
    public const int MostLink = 500;

    /// <summary>As it is sent: without blanks around it, a title on one line, one blank line between paragraphs.</summary>
    public static WrittenText Tidy(WrittenText typed) => new(
        Blanks().Replace(typed.Title, " ").Trim(),
        BlankLines().Replace(typed.Text.ReplaceLineEndings("\n"), "\n\n").Trim(),
        Blanks().Replace(typed.ButtonTitle, " ").Trim(),
        typed.Link.Trim());

    /// <param name="text">Tidied.</param>
    /// <param name="needsLink">Without one it is nothing, as a resource is.</param>
    public static IReadOnlyList<WrittenMistake> Check(WrittenText text, bool needsLink) =>
    [
        .. Length(text.Title, MostTitle, WrittenMistake.TitleMissing, WrittenMistake.TitleTooLong),
        .. Length(text.Text, MostText, WrittenMistake.TextMissing, WrittenMistake.TextTooLong),
        .. Length(text.ButtonTitle, MostButton, text.Link.Length > 0 ? WrittenMistake.ButtonMissing : null, WrittenMistake.ButtonTooLong),
        .. Length(text.Link, MostLink, needsLink || text.ButtonTitle.Length > 0 ? WrittenMistake.LinkMissing : null, WrittenMistake.LinkTooLong),
        .. text.Link.Length is > 0 and <= MostLink && !IsLink(text.Link) ? [WrittenMistake.LinkNotHttps] : Array.Empty<WrittenMistake>(),
    ];

    /// <summary>A whole https address of a host on the internet, without a name or password in it.</summary>
    public static bool IsLink(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0
        && uri.HostNameType == UriHostNameType.Dns && uri.Host.Contains('.', StringComparison.Ordinal) && !link.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter == '\\');

    private static IEnumerable<WrittenMistake> Length(string text, int most, WrittenMistake? missing, WrittenMistake tooLong)
    {
        if (text.Length == 0 && missing is { } nothing) yield return nothing;
        if (text.Length > most) yield return tooLong;
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\n([^\S\n]*\n)+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex BlankLines();
}
