using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace LeerkringBot.Infrastructure.Mails;

/// <summary>The words that a reader sees in an HTML mail, without what it quotes: lists as "- " and "1. " with two spaces per level, a line <see cref="MailText.Quoted"/> where something was quoted,
/// and lines <see cref="MailText.SignatureBegins"/> and <see cref="MailText.SignatureEnds"/> around a signature.</summary>
internal sealed partial class HtmlText
{
    private const int DeepestNesting = 1_000;
    private const int MostElements = 100_000;
    private const char OwnSpace = '\u00A0';

    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase)
        { "head", "title", "style", "script", "template", "noscript", "object", "embed", "iframe", "svg", "math", "select", "textarea", "button", "audio", "video", "canvas", "map" };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
        { "address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul" };

    private static readonly HashSet<string> NeverNested = new(StringComparer.OrdinalIgnoreCase) { "br", "hr", "img", "meta", "link", "input", "col", "wbr", "area", "base", "embed", "source" };

    private static readonly HashSet<string> ClosedByTheNext = new(StringComparer.OrdinalIgnoreCase) { "p", "li", "tr", "td", "th", "tbody", "thead", "tfoot", "dd", "dt", "option" };

    // What mail programs put around a quoted or forwarded mail: from here on nothing is the sender's own.
    private static readonly string[] QuotedFromHere = ["divRplyFwdMsg", "mail-editor-reference-message-container", "OLK_SRC_BODY_SECTION", "stopSpelling", "zwchr"];
    private static readonly string[] QuotedFromHereClasses = ["moz-forward-container", "yahoo_quoted"];
    private static readonly string[] QuotedClasses = ["gmail_quote", "protonmail_quote", "tutanota_quote", "zmail_extra"];
    private static readonly string[] Signatures = ["Signature", "ms-outlook-mobile-signature", "AppleMailSignature", "composer_signature"];
    private static readonly string[] SignatureClasses = ["gmail_signature", "moz-signature", "protonmail_signature_block"];

    private readonly StringBuilder text = new();
    private readonly Stack<(bool IsOrdered, int Number)> lists = new();
    private int linesDue;
    private bool spaceDue;
    private bool isLineEmpty = true;
    private string bullet = "";

    /// <returns>Null where it is built so that reading it would take too long.</returns>
    public static string? Of(string html)
    {
        if (IsTooMuch(html) || new HtmlParser().ParseDocument(html).Body is not { } body) return null;
        var reading = new HtmlText();
        reading.Walk(body);
        return reading.text.Replace(OwnSpace, ' ').ToString();
    }

    // Parsing costs the square of the nesting. An upper bound is good enough: an end tag closes at most the last of its own name.
    private static bool IsTooMuch(string html)
    {
        var isForeign = html.Contains("<svg", StringComparison.OrdinalIgnoreCase) || html.Contains("<math", StringComparison.OrdinalIgnoreCase);
        var (count, depth, open) = (0, 0, new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase));
        foreach (var match in Tag().EnumerateMatches(html))
        {
            if (++count > MostElements) return true;
            var isEnd = html[match.Index + 1] == '/';
            var name = html.Substring(match.Index + (isEnd ? 2 : 1), match.Length - (isEnd ? 2 : 1));
            if (NeverNested.Contains(name) || (!isForeign && ClosedByTheNext.Contains(name))) continue;
            var standing = open.GetValueOrDefault(name);
            if (isEnd && standing == 0) continue;
            open[name] = standing + (isEnd ? -1 : 1);
            depth += isEnd ? -1 : 1;
            if (depth > DeepestNesting) return true;
        }

        return false;
    }

    private void Walk(INode root)
    {
        var open = new Stack<(INode Node, int Next)>();
        open.Push((root, 0));
        while (open.TryPop(out var at))
        {
            if (at.Next == at.Node.ChildNodes.Length)
            {
                if (at.Node is IElement closing) Close(closing);
                continue;
            }

            open.Push((at.Node, at.Next + 1));
            switch (at.Node.ChildNodes[at.Next])
            {
                case IText words:
                    Write(words.Data, at.Node is IElement { LocalName: "pre" });
                    break;
                case IElement element when IsQuotedFromHere(element):
                    WriteLine(OwnText.OriginalMessage);
                    return;
                case IElement element when IsQuoted(element):
                    WriteLine($"{MailText.Quoted}");
                    break;
                case IElement element when !IsUnseen(element):
                    Open(element);
                    open.Push((element, 0));
                    break;
            }
        }
    }

    private void Open(IElement element)
    {
        if (IsSignature(element)) WriteLine($"{MailText.SignatureBegins}");
        switch (element.LocalName)
        {
            case "br":
                Break();
                return;
            case "ul" or "ol":
                lists.Push((element.LocalName == "ol", int.TryParse(element.GetAttribute("start"), System.Globalization.CultureInfo.InvariantCulture, out var start) ? start : 1));
                break;
            case "td" or "th":
                spaceDue = true;
                return;
        }

        if (!Blocks.Contains(element.LocalName)) return;
        LineDue(SpacesOut(element) ? 2 : 1);
        if (element.LocalName == "li") bullet = Bullet();
        else if (ListLevel().Match(element.GetAttribute("style") ?? "") is { Success: true } word) bullet = new string(' ', 2 * (int.Parse(word.Groups["level"].Value, System.Globalization.CultureInfo.InvariantCulture) - 1));
    }

    private void Close(IElement element)
    {
        if (element.LocalName is "ul" or "ol") lists.TryPop(out _);
        if (element.LocalName == "a") Link(element);
        if (Blocks.Contains(element.LocalName)) LineDue(SpacesOut(element) ? 2 : 1);
        if (IsSignature(element)) WriteLine($"{MailText.SignatureEnds}");
    }

    // Where the words of a link don't say where it goes, that would be lost.
    private void Link(IElement element)
    {
        var (href, words) = (element.GetAttribute("href") ?? "", element.TextContent.Trim());
        if (!href.StartsWith("http", StringComparison.OrdinalIgnoreCase) || !Uri.TryCreate(href, UriKind.Absolute, out var url)) return;
        if (url.Host.EndsWith(".safelinks.protection.outlook.com", StringComparison.OrdinalIgnoreCase)
            && Uri.TryCreate(System.Web.HttpUtility.ParseQueryString(url.Query)["url"], UriKind.Absolute, out var meant)) (href, url) = (meant.ToString(), meant);
        if (words.Length == 0 || href.Length > 300 || words.Contains(url.Host, StringComparison.OrdinalIgnoreCase)) return;
        Write($" ({href})", false);
    }

    private string Bullet()
    {
        if (!lists.TryPop(out var list)) return "- ";
        var indent = new string(' ', 2 * lists.Count);
        lists.Push(list with { Number = list.Number + 1 });
        return list.IsOrdered ? $"{indent}{list.Number}. " : $"{indent}- ";
    }

    private void Write(string words, bool isPreformatted)
    {
        if (isPreformatted && words.Contains('\n', StringComparison.Ordinal))
        {
            foreach (var line in words.ReplaceLineEndings("\n").Split('\n')) { Write(line, false); Break(); }
            return;
        }

        // An empty paragraph of Outlook holds a space of its own, which isn't one between words.
        Append(string.Join(OwnSpace, words.Split(OwnSpace).Select(MailText.Clean)));
    }

    private void Append(string clean)
    {
        foreach (var letter in clean)
        {
            if (letter is ' ' or '\t' or '\r' or '\n' or '\f') { spaceDue = true; continue; }
            for (; linesDue > 0; linesDue--)
            {
                if (text.Length > 0) text.Append('\n');
                isLineEmpty = true;
            }

            if (isLineEmpty) text.Append(bullet.Length > 0 ? bullet : new string(' ', lists.Count > 0 ? 2 * lists.Count : 0));
            else if (spaceDue) text.Append(' ');
            (bullet, spaceDue, isLineEmpty) = ("", false, false);
            text.Append(letter);
        }
    }

    private void Break()
    {
        linesDue = Math.Min(linesDue + 1, 3);
        spaceDue = false;
    }

    private void LineDue(int lines)
    {
        linesDue = Math.Max(linesDue, lines);
        spaceDue = false;
    }

    private void WriteLine(string line)
    {
        LineDue(1);
        bullet = "";
        Append(line);
        LineDue(1);
    }

    // Outlook's paragraphs are lines: an empty one stands between what others space out.
    private static bool SpacesOut(IElement element) =>
        element.LocalName is "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "hr" or "table" && !(element.ClassName ?? "").StartsWith("Mso", StringComparison.Ordinal)
        && !ZeroMargin().IsMatch(element.GetAttribute("style") ?? "");

    private static bool IsQuotedFromHere(IElement element) =>
        Is(element.Id, QuotedFromHere) || element.ClassList.Any(name => QuotedFromHereClasses.Contains(name, StringComparer.OrdinalIgnoreCase));

    private bool IsQuoted(IElement element)
    {
        if (element.LocalName != "blockquote") return false;
        if (element.GetAttribute("type")?.Equals("cite", StringComparison.OrdinalIgnoreCase) is true || element.HasAttribute("cite")) return true;
        return element.ClassList.Any(name => QuotedClasses.Contains(name, StringComparer.OrdinalIgnoreCase)) || OwnText.IsAttribution(LastLine());
    }

    private string LastLine()
    {
        var end = text.Length;
        while (end > 0 && char.IsWhiteSpace(text[end - 1])) end--;
        var from = end;
        while (from > 0 && end - from < 500 && text[from - 1] != '\n') from--;
        return text.ToString(from, end - from);
    }

    private static bool IsUnseen(IElement element)
    {
        if (Unread.Contains(element.LocalName) || element.LocalName is "img" or "meta" or "link" or "input" || element.HasAttribute("hidden")) return true;
        return Hidden().IsMatch(element.GetAttribute("style") ?? "");
    }

    private static bool IsSignature(IElement element) => Is(element.Id, Signatures) || element.ClassList.Any(name => SignatureClasses.Contains(name, StringComparer.OrdinalIgnoreCase));

    // Outlook on the web puts "x_" before the ids of what it quotes.
    private static bool Is(string? id, string[] known) => id is { Length: > 0 } && known.Any(one => id.Equals(one, StringComparison.OrdinalIgnoreCase) || id.Equals($"x_{one}", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(px|pt|em)?\s*(;|$)|mso-element\s*:\s*comment", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"mso-list\s*:\s*l[0-9]+\s+level(?<level>[1-9])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ListLevel();

    [GeneratedRegex(@"margin(-bottom)?\s*:\s*0", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ZeroMargin();

    [GeneratedRegex(@"</?[a-z][^\s/>]{0,60}", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
