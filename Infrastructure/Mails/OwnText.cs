using System.Text.RegularExpressions;

namespace LeerkringBot.Infrastructure.Mails;

/// <summary>What the sender wrote themselves: without quoted mails, greeting, signature, disclaimers and the warnings that mail servers add.</summary>
/// <param name="Text">Lines ended by \n; may be empty.</param>
/// <param name="HasForwarded">Another mail stands in it whole.</param>
internal sealed partial record OwnText(string Text, bool HasForwarded)
{
    /// <summary>The line that Outlook puts above what it quotes.</summary>
    public const string OriginalMessage = "-----Original Message-----";

    /// <summary>An attribution may be cut over so many lines.</summary>
    private const int LongestAttribution = 3;

    /// <summary>How far the lines "Van:", "Verzonden:", "Aan:", "Onderwerp:" of a quoted mail may stand apart.</summary>
    private const int HeaderLines = 8;

    public static OwnText Nothing { get; } = new("", false);

    /// <param name="text">Cleaned.</param>
    public static OwnText Of(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd()).ToList();
        var quotedFrom = lines.FindIndex(0, line => Separator().IsMatch(line.Trim()));
        var headerFrom = Enumerable.Range(0, lines.Count).FirstOrDefault(i => IsHeaderBlock(lines, i), -1);
        var cut = new[] { quotedFrom, headerFrom }.Where(at => at >= 0).DefaultIfEmpty(-1).Min();
        if (cut >= 0) lines.RemoveRange(cut, lines.Count - cut);
        LeaveOutQuoted(lines);
        LeaveOutSignature(lines);
        LeaveOutNotices(lines);
        LeaveOutGreeting(lines);
        return new(string.Join('\n', lines).Trim('\n', ' '), cut >= 0);
    }

    /// <summary>"Op 5 feb. 2020 om 10:11 schreef Jan &lt;jan@x.example&gt;:", in Dutch or English, as the programs write it above what they quote.</summary>
    public static bool IsAttribution(string line) => line.Length is > 0 and < 500 && Attribution().IsMatch(line.Trim());

    private static bool IsHeaderBlock(List<string> lines, int at)
    {
        if (!From().IsMatch(lines[at])) return false;
        var others = lines.Skip(at + 1).Take(HeaderLines).Select(line => OtherHeader().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value.ToLowerInvariant()).Distinct();
        return others.Count() >= 2;
    }

    private static void LeaveOutQuoted(List<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsQuoted(lines[i])) continue;
            var end = i + 1;
            while (end < lines.Count && (IsQuoted(lines[end]) || (lines[end].Length == 0 && end + 1 < lines.Count && IsQuoted(lines[end + 1])))) end++;
            var from = AttributionBefore(lines, i) ?? i;
            lines.RemoveRange(from, end - from);
            // An empty line stays where it stood, so that what comes before and after are two paragraphs.
            lines.Insert(from, "");
            i = from;
        }

        // Some programs quote without any sign.
        for (var i = 0; i < lines.Count; i++)
            for (var count = 1; count <= LongestAttribution && i + count <= lines.Count; count++)
                if (IsAttribution(string.Join(' ', lines.Skip(i).Take(count).Select(line => line.Trim()))))
                {
                    lines.RemoveRange(i, lines.Count - i);
                    return;
                }
    }

    private static bool IsQuoted(string line) => line.TrimStart() is ['>', ..] or [MailText.Quoted, ..];

    private static int? AttributionBefore(List<string> lines, int quoted)
    {
        var last = quoted - 1;
        while (last >= 0 && last > quoted - 3 && lines[last].Length == 0) last--;
        for (var count = 1; count <= LongestAttribution && last - count + 1 >= 0; count++)
            if (IsAttribution(string.Join(' ', lines.Skip(last - count + 1).Take(count).Select(line => line.Trim())))) return last - count + 1;
        return null;
    }

    private static void LeaveOutSignature(List<string> lines)
    {
        var mark = lines.FindIndex(line => line is "--" or "-- " or "—");
        if (mark >= 0) lines.RemoveRange(mark, lines.Count - mark);
        lines.RemoveAll(line => SentFrom().IsMatch(line.Trim()));

        var closing = lines.FindIndex(line => Closing().IsMatch(line.Trim()));
        if (closing < 0) return;
        var after = lines.FindIndex(closing, line => AfterAll().IsMatch(line.TrimStart()));
        var kept = after < 0 ? [] : lines.Skip(after).TakeWhile(line => !Notice().IsMatch(line)).ToList();
        // Who closes before they begin has written below their signature.
        if (!lines.Take(closing).Any(line => line.Length > 0 && !Greeting().IsMatch(line.Trim()) && !Notice().IsMatch(line)) && after < 0) return;
        lines.RemoveRange(closing, lines.Count - closing);
        if (kept.Count > 0) lines.AddRange(["", .. kept]);
    }

    private static void LeaveOutNotices(List<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!Notice().IsMatch(lines[i])) continue;
            var end = i;
            while (end < lines.Count && lines[end].Length > 0) end++;
            lines.RemoveRange(i, end - i);
            i--;
        }
    }

    private static void LeaveOutGreeting(List<string> lines)
    {
        var first = lines.FindIndex(line => line.Length > 0);
        if (first >= 0 && Greeting().IsMatch(lines[first].Trim())) lines.RemoveRange(0, first + 1);
    }

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"^(-{2,}|_{2,}|={2,})\s*(oorspronkelijk(e)?|origine(e)?l(e)?|original|doorgestuurd|forwarded|reply)\s*(bericht|message|e-?mail|mail)?.*$|^(begin doorgestuurd bericht|begin forwarded message|doorgestuurd bericht|forwarded message)\s*:$|^_{20,}$", Plain)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^\s*\*?(van|from)\s*:\s*\*?\s*\S", Plain)]
    private static partial Regex From();

    [GeneratedRegex(@"^\s*\*?(?<name>verzonden|sent|datum|date|aan|to|onderwerp|subject|cc)\s*:", Plain)]
    private static partial Regex OtherHeader();

    [GeneratedRegex(@"^(op|on)\b.*[0-9].*([0-9]{1,2}[:.][0-9]{2}|@|[0-9]{4}|[0-9]-[0-9]).*\b(schreef|geschreven|wrote|writes)\b.*:$|^.*<[^<>\s]+@[^<>\s]+>.*\b(schreef|wrote)\b.*:$|^.*\bschreef op\b.*[0-9]{1,2}[:.][0-9]{2}.*:$", Plain)]
    private static partial Regex Attribution();

    [GeneratedRegex(@"^(verstuurd|verzonden|sent|gesendet) (vanaf|vanuit|met|via|from|using) .{2,60}$|^(outlook voor (android|ios)|get outlook for (android|ios)|download outlook).*$|^(met|from) mijn (iphone|ipad|telefoon|mobiel).*$", Plain)]
    private static partial Regex SentFrom();

    [GeneratedRegex(@"^((met|mt|m\.) ?)?(een )?(vriendelijke|vriendelijk|hartelijke|hartelijk|vr|vr\.|zonnige|warme|collegiale|beste|lieve)?,? ?(groet|groeten|groetjes|gr|gr\.)( en tot .{1,30})?( uit .{1,30})?( van .{1,30})?[,.! ]*( ?[a-z .\-]{1,40})?$|^(mvg|m\.v\.g\.|hoogachtend|fijne dag( verder)?|tot (dan|ziens|snel|gauw)|alvast (hartelijk )?(dank|bedankt)|(with )?(kind|best|warm|many)( regards| wishes)|regards|sincerely|yours sincerely|yours faithfully|cheers|best|thanks|many thanks|thank you)[,.! ]*( ?[a-z .\-]{1,40})?$", Plain)]
    private static partial Regex Closing();

    [GeneratedRegex(@"^(ps|p\.s\.|nb|n\.b\.)\b", Plain)]
    private static partial Regex AfterAll();

    [GeneratedRegex(@"^\s*(disclaimer\b|(de (informatie|inhoud) (in|van) (dit|deze) (e-?mail)?(bericht)?|dit (e-?mail)?bericht|deze e-?mail)\b.*\b(bestemd|vertrouwelijk|geadresseerde|rechten)|aan (dit|deze) (e-?mail)?(bericht)?.*\brechten\b|denk (aan het milieu|eerst)|this (e-?mail|message)\b.*\b(confidential|intended|recipient)|the information (contained )?in this\b|please (consider|think of) the environment|(let op|pas op|waarschuwing|caution|warning|external|extern)\b.*\b(van buiten|buiten (de|onze) organisatie|externe afzender|outside|external)|\[?(extern|external)( e-?mail| sender)?\]?:?$|you don't often get email from|u (ontvangt|krijgt) niet vaak e-?mail|sommige (mensen|personen) die dit bericht|some people who received this message)", Plain)]
    private static partial Regex Notice();

    [GeneratedRegex(@"^(beste|geachte|hallo|hoi|hi|hey|hé|dag|goede?morgen|goede?middag|goede?navond|goede dag|lieve|dear|hello|good (morning|afternoon|evening)|l\.?s\.?|allen|collega('s|s)?|heer|mevrouw)\b[^.?:;]{0,60}[,!.]?$", Plain)]
    private static partial Regex Greeting();
}
