using System.Text.RegularExpressions;

namespace LeerkringBot.Infrastructure.Mails;

/// <summary>What the sender wrote themselves: without quoted mails, greeting, signature, disclaimers and the warnings that mail servers add.</summary>
/// <param name="Text">Lines ended by \n; may be empty.</param>
/// <param name="HasForwarded">Another mail stands in it whole.</param>
/// <param name="LeavesOut">Of what was left out, something may be the sender's own: a person must look.</param>
internal sealed partial record OwnText(string Text, bool HasForwarded, bool LeavesOut)
{
    /// <summary>The line that Outlook puts above what it quotes.</summary>
    public const string OriginalMessage = "-----Original Message-----";

    /// <summary>RFC 3676, section 4.3. Without the space it may part one piece of text from another.</summary>
    private const string SignatureMark = "-- ";

    /// <summary>An attribution may be cut over so many lines.</summary>
    private const int LongestAttribution = 3;

    /// <summary>How far the lines "Van:", "Verzonden:", "Aan:", "Onderwerp:" of a quoted mail may stand apart.</summary>
    private const int HeaderLines = 8;

    public static OwnText Nothing { get; } = new("", false, false);

    /// <param name="text">Cleaned.</param>
    public static OwnText Of(string text)
    {
        var lines = text.Split('\n').Select(line => line == SignatureMark ? line : line.TrimEnd()).ToList();
        var quotedFrom = lines.FindIndex(0, line => Separator().IsMatch(line.Trim()));
        var headerFrom = Enumerable.Range(0, lines.Count).FirstOrDefault(i => IsHeaderBlock(lines, i), -1);
        var cut = new[] { quotedFrom, headerFrom }.Where(at => at >= 0).DefaultIfEmpty(-1).Min();
        if (cut >= 0) lines.RemoveRange(cut, lines.Count - cut);
        lines = WithoutQuoted(lines);
        var (own, signed) = Parted(lines);
        var found = Of(own, signed, cut >= 0);
        // Some people write inside their signature.
        return found.Text.Length > 0 || signed.Count == 0 ? found : Of([.. lines.Where(line => !IsSignatureMark(line))], [], cut >= 0);
    }

    private static OwnText Of(List<string> lines, List<string> signed, bool hasForwarded)
    {
        lines.RemoveAll(IsSentFrom);
        var leavesOut = Signature.HoldsMore([.. signed.Where(line => !IsSentFrom(line))], isMarked: true);
        leavesOut |= LeaveOutClosing(lines);
        leavesOut |= LeaveOutSignature(lines);
        leavesOut |= LeaveOutNotices(lines);
        LeaveOutGreeting(lines);
        return new(string.Join('\n', lines).Trim('\n', ' '), hasForwarded, leavesOut);
    }

    /// <summary>"Op 5 feb. 2020 om 10:11 schreef Jan &lt;jan@x.example&gt;:", in Dutch or English, as the programs write it above what they quote.</summary>
    public static bool IsAttribution(string line) => line.Length is > 0 and < 500 && Attribution().IsMatch(line.Trim());

    private static bool IsHeaderBlock(List<string> lines, int at)
    {
        if (!From().IsMatch(lines[at])) return false;
        var others = lines.Skip(at + 1).Take(HeaderLines).Select(line => OtherHeader().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value.ToLowerInvariant()).Distinct();
        return others.Count() >= 2;
    }

    private static List<string> WithoutQuoted(List<string> lines)
    {
        var own = new List<string>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsQuoted(lines[i]))
            {
                own.Add(lines[i]);
                continue;
            }

            while (i + 1 < lines.Count && (IsQuoted(lines[i + 1]) || (lines[i + 1].Length == 0 && i + 2 < lines.Count && IsQuoted(lines[i + 2])))) i++;
            var from = AttributionAtEnd(own) ?? own.Count;
            own.RemoveRange(from, own.Count - from);
            // An empty line stays where it stood, so that what comes before and after are two paragraphs.
            own.Add("");
        }

        // Some programs quote without any sign.
        for (var i = 0; i < own.Count; i++)
            for (var count = 1; count <= LongestAttribution && i + count <= own.Count; count++)
                if (string.Join(' ', own.Skip(i).Take(count).Select(line => line.Trim())) is var line && IsAttribution(line) && NamesMoment().IsMatch(line)) return own[..i];
        return own;
    }

    private static bool IsQuoted(string line) => line.TrimStart() is ['>', ..] or [MailText.Quoted, ..];

    private static int? AttributionAtEnd(List<string> lines)
    {
        var last = lines.Count - 1;
        while (last >= 0 && last > lines.Count - 3 && lines[last].Length == 0) last--;
        for (var count = 1; count <= LongestAttribution && last - count + 1 >= 0; count++)
            if (IsAttribution(string.Join(' ', lines.Skip(last - count + 1).Take(count).Select(line => line.Trim())))) return last - count + 1;
        return null;
    }

    /// <summary>What the sender's program marks as a signature, apart from the rest.</summary>
    private static (List<string> Own, List<string> Signed) Parted(List<string> lines)
    {
        var (own, signed, isSigned) = (new List<string>(), new List<string>(), false);
        foreach (var line in lines)
        {
            if (IsSignatureMark(line)) isSigned = line[0] == MailText.SignatureBegins;
            else (isSigned ? signed : own).Add(line);
        }

        return (own, signed);
    }

    private static bool IsSignatureMark(string line) => line.TrimStart() is [MailText.SignatureBegins or MailText.SignatureEnds, ..];

    private static bool IsSentFrom(string line) => MailText.Words(line) < MailText.FewestWordsOfText && SentFrom().IsMatch(line.Trim());

    /// <returns>Whether something below it may be the sender's own.</returns>
    private static bool LeaveOutClosing(List<string> lines)
    {
        var closing = LastClosing(lines);
        if (closing < 0) return false;
        var (before, below) = (lines[..closing], lines[(closing + 1)..]);
        var after = below.FindIndex(line => AfterAll().IsMatch(line.TrimStart()));
        var kept = after < 0 ? [] : below.Skip(after).TakeWhile(line => line.Length > 0 && !Notice.Is(line)).ToList();
        if (kept.Count > 0) below.RemoveRange(after, kept.Count);
        var leavesOut = Signature.HoldsMore(below, isMarked: false);
        // Who closes before they begin has written below their signature.
        if (kept.Count == 0 && !before.Any(line => line.Length > 0 && !Closing.IsGreeting(line) && !Notice.Is(line)))
            kept = [.. Signature.Paragraphs(below).Where(paragraph => Signature.HoldsMore(paragraph, isMarked: false)).SelectMany(paragraph => paragraph.Append(""))];
        lines.RemoveRange(closing, lines.Count - closing);
        if (kept.Count > 0) lines.AddRange(["", .. kept]);
        return leavesOut;
    }

    /// <summary>The last closing, or the one before it where nothing but a signature stands between them.</summary>
    private static int LastClosing(List<string> lines)
    {
        var found = -1;
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (Closing.Is(lines[i], out var isSigned))
            {
                if (found >= 0 && !MayBegin(lines.GetRange(i + 1, found - i - 1), isSigned)) break;
                found = i;
            }
        }

        return found;
    }

    /// <summary>What stands between two closings is a signature, or holds what nobody else may see.</summary>
    private static bool MayBegin(List<string> between, bool isSigned)
    {
        if (between.All(line => line.Length == 0)) return true;
        return isSigned && (between.Any(Signature.HasContact) || (!Signature.HoldsMore(between, isMarked: false) && !between.Any(line => line is [.., '.' or '!' or '?'] && !Notice.GoesOn(line))));
    }

    /// <summary>A line of dashes begins a signature, or parts one piece of text from another.</summary>
    private static bool LeaveOutSignature(List<string> lines)
    {
        var (leavesOut, holdsMore, hasContact, end) = (false, false, false, lines.Count);
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (!Dashes().IsMatch(lines[i])) continue;
            var (isMarked, below) = (lines[i] == SignatureMark, lines[(i + 1)..end]);
            (holdsMore, hasContact, end) = (holdsMore || Signature.HoldsMore(below, isMarked: false), hasContact || below.Any(Signature.HasContact), i);
            if (holdsMore && !isMarked && !hasContact)
            {
                lines[i] = "";
                continue;
            }

            leavesOut |= holdsMore;
            (holdsMore, hasContact) = (false, false);
            lines.RemoveRange(i, lines.Count - i);
        }

        return leavesOut;
    }

    /// <returns>Whether a line of one may say something of the sender's own.</returns>
    private static bool LeaveOutNotices(List<string> lines)
    {
        var (isInside, leavesOut) = (false, false);
        for (var i = 0; i < lines.Count; i++)
        {
            isInside = isInside ? Notice.GoesOn(lines[i]) : Notice.Is(lines[i]);
            if (!isInside) continue;
            leavesOut |= Notice.HoldsMore(lines[i]);
            lines[i] = Notice.Without(lines[i]);
        }

        return leavesOut;
    }

    private static void LeaveOutGreeting(List<string> lines)
    {
        var first = lines.FindIndex(line => line.Length > 0);
        if (first >= 0 && Closing.IsGreeting(lines[first])) lines.RemoveRange(0, first + 1);
    }

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"^(-{2,}|_{2,}|={2,})\s*(oorspronkelijk(e)?|origine(e)?l(e)?|original|doorgestuurd|forwarded|reply)\s*(bericht|message|e-?mail|mail)?.*$|^(begin doorgestuurd bericht|begin forwarded message|doorgestuurd bericht|forwarded message)\s*:$", Plain)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^\s*\*?(van|from)\s*:\s*\*?\s*\S", Plain)]
    private static partial Regex From();

    [GeneratedRegex(@"^\s*\*?(?<name>verzonden|sent|datum|date|aan|to|onderwerp|subject|cc)\s*:", Plain)]
    private static partial Regex OtherHeader();

    [GeneratedRegex(@"^(op|on)\b.*[0-9].*([0-9]{1,2}[:.][0-9]{2}|@|[0-9]{4}|[0-9]-[0-9]).*\b(schreef|geschreven|wrote|writes)\b.*:$|^.*<[^<>\s]+@[^<>\s]+>.*\b(schreef|wrote)\b.*:$|^.*\bschreef op\b.*[0-9]{1,2}[:.][0-9]{2}.*:$", Plain)]
    private static partial Regex Attribution();

    [GeneratedRegex(@"^(verstuurd|verzonden|sent|gesendet) (vanaf|vanuit|met|via|from|using) .{2,60}$|^(outlook voor (android|ios)|get outlook for (android|ios)|download outlook).*$|^(met|from) mijn (iphone|ipad|telefoon|mobiel)( verstuurd| verzonden| sent)?[.!]?$", Plain)]
    private static partial Regex SentFrom();

    [GeneratedRegex(@"^((ps|nb)\b|p\.s\.|n\.b\.)", Plain)]
    private static partial Regex AfterAll();

    [GeneratedRegex(@"^(--\s?|—|_{20,})$", Plain)]
    private static partial Regex Dashes();

    /// <summary>A program says when something was written, or by which address; a person who tells of it seldom does.</summary>
    [GeneratedRegex(@"[0-9]{1,2}[:.][0-9]{2}|@", Plain)]
    private static partial Regex NamesMoment();
}
