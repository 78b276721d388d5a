using System.Net;
using System.Text.RegularExpressions;

namespace LeerkringBot.Bot.Web;

/// <summary>HTML made of what people typed and of our own layouts.</summary>
internal static partial class Html
{
    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Fills every "{name}" of a layout, once: braces in what is filled in stay braces.</summary>
    public static string Fill(string layout, params ReadOnlySpan<(string Name, string Html)> values)
    {
        var filled = values.ToArray().ToDictionary(value => value.Name, value => value.Html);
        return Placeholder().Replace(layout, match => filled[match.Groups["name"].Value]);
    }

    public static string Paragraph(string text) => $"<p>{Encode(text)}</p>\n";

    /// <summary>Words of a gathering, which are Dutch. Nothing for an empty list.</summary>
    public static string List(string heading, IReadOnlyCollection<string> lines) => lines.Count == 0
        ? ""
        : $"""
            <h3>{Encode(heading)}</h3>
            <ul lang="nl">{string.Concat(lines.Select(line => $"<li>{Encode(line)}</li>"))}</ul>
            """;

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
