using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using LeerkringBot.Domain;

namespace LeerkringBot.Infrastructure.Mails;

/// <summary>The text of a mail as HTML that a screen reader reads well: paragraphs, lists and links, in its language; no pictures, no styles, nothing that is fetched.</summary>
internal static partial class HtmlLetter
{
    private const string Bullet = "- ";

    public static string Write(Mail mail)
    {
        var body = new StringBuilder();
        foreach (var block in mail.Text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)) Write(body, block.Trim('\n').Split('\n'));
        return $"""
            <!DOCTYPE html>
            <html lang="{(mail.Language == Language.English ? "en" : "nl")}">
            <head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(mail.Subject)}</title></head>
            <body>
            {body}</body>
            </html>

            """;
    }

    // Lines of one paragraph stand under each other; those of a list, and what is indented under them, are its items.
    private static void Write(StringBuilder body, string[] lines)
    {
        for (var i = 0; i < lines.Length;)
        {
            var isList = lines[i].StartsWith(Bullet, StringComparison.Ordinal);
            var end = i + 1;
            while (end < lines.Length && Belongs(lines[end], isList)) end++;
            body.Append(isList ? "<ul>\n" : "<p>").Append(isList ? Items(lines[i..end]) : string.Join("<br>\n", lines[i..end].Select(Inline))).Append(isList ? "</ul>\n" : "</p>\n");
            i = end;
        }
    }

    private static bool Belongs(string line, bool inList) => line.StartsWith(Bullet, StringComparison.Ordinal) ? inList : !inList || line.StartsWith("  ", StringComparison.Ordinal);

    private static string Items(IReadOnlyList<string> lines)
    {
        var items = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            var begins = lines[i].StartsWith(Bullet, StringComparison.Ordinal);
            items.Append(begins ? i == 0 ? "<li>" : "</li>\n<li>" : "<br>\n").Append(Inline(begins ? lines[i][Bullet.Length..] : lines[i].Trim()));
        }

        return items.Append("</li>\n").ToString();
    }

    private static string Inline(string text)
    {
        var html = new StringBuilder();
        var from = 0;
        foreach (Match link in Link().Matches(text))
        {
            var url = WebUtility.HtmlEncode(link.Value);
            html.Append(WebUtility.HtmlEncode(text[from..link.Index])).Append("<a href=\"").Append(url).Append("\">").Append(url).Append("</a>");
            from = link.Index + link.Length;
        }

        return html.Append(WebUtility.HtmlEncode(text[from..])).ToString();
    }

    // A full stop or bracket after a link is the sentence's.
    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:!?)\]]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
