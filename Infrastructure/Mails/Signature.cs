using System.Text.RegularExpressions;

namespace LeerkringBot.Infrastructure.Mails;

/// <summary>What stands below a closing or a line of dashes: names, functions, addresses, when somebody works, a slogan; or text that a person must look at.</summary>
internal static partial class Signature
{
    /// <summary>Without an address or a phone number, a shorter line may be text.</summary>
    private const int FewestWordsWithoutContact = 4;

    private const int MostWordsOfSlogan = 15;

    /// <summary>Something of it may be the sender's own text.</summary>
    /// <param name="lines">Of a signature.</param>
    /// <param name="isMarked">The sender's program keeps it apart, so that a slogan may stand by itself; below a closing it stands under an address.</param>
    public static bool HoldsMore(IReadOnlyList<string> lines, bool isMarked)
    {
        if (lines.Any(line => Notice.GoesOn(line) && Notice.HoldsMore(line))) return true;
        var own = lines.Select(line => Notice.GoesOn(line) ? "" : line.Trim()).ToList();
        var (hasContact, hasSlogan) = (own.Any(HasContact), false);
        foreach (var paragraph in Paragraphs(own))
        {
            var maySlogan = hasContact && (isMarked || paragraph.Any(HasContact));
            foreach (var text in Joined(paragraph))
            {
                if (IsDecoration(text, hasContact)) continue;
                if (hasSlogan || !maySlogan || IdeaList.IsItem(text) || Wishes().IsMatch(text) || HasContact(text) || MailText.Words(text) > MostWordsOfSlogan) return true;
                hasSlogan = true;
            }
        }

        return false;
    }

    public static bool HasContact(string line) => Contact().IsMatch(line);

    public static IEnumerable<IReadOnlyList<string>> Paragraphs(IEnumerable<string> lines)
    {
        var paragraph = new List<string>();
        foreach (var line in lines.Append(""))
        {
            if (line.Length > 0)
            {
                paragraph.Add(line);
                continue;
            }

            if (paragraph.Count > 0) yield return paragraph;
            paragraph = [];
        }
    }

    /// <summary>Puts together what is one sentence over several lines.</summary>
    private static IEnumerable<string> Joined(IReadOnlyList<string> paragraph)
    {
        var from = 0;
        for (var i = 1; i <= paragraph.Count; i++)
        {
            if (i < paragraph.Count && char.IsLower(paragraph[i][0]) && paragraph[i - 1][^1] is not ('.' or '!' or '?' or ':') && !IsUnlikeText(paragraph[i]) && !IsUnlikeText(paragraph[i - 1])) continue;
            yield return string.Join(' ', paragraph.Skip(from).Take(i - from));
            from = i;
        }
    }

    private static bool IsUnlikeText(string line) => HasContact(line) || IsFunction(line) || line.Split(' ').All(Closing.IsNameLike);

    private static bool IsDecoration(string text, bool hasContact)
    {
        var words = MailText.Words(text);
        if (Closing.Is(text, out _) || IsPresence(text)) return true;
        if (IdeaList.IsItem(text)) return HasContact(text) || text.Split(' ').All(word => Closing.IsNameLike(word) || !word.Any(char.IsLetter));
        if (words < 3) return true;
        if (Wishes().IsMatch(text)) return false;
        if (words < (hasContact ? MailText.FewestWordsOfText : FewestWordsWithoutContact)) return true;
        if (Contact().Count(text) >= (words < MailText.FewestWordsOfText ? 1 : 2)) return true;
        return IsFunction(text) || (words < MostWordsOfSlogan && text.Split(' ').All(Closing.IsNameLike));
    }

    /// <summary>"Senior adviseur participatie | afdeling Samenleving".</summary>
    public static bool IsFunction(string text)
    {
        var parts = text.Split(['|', ',', '/', '·', '–'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return text.Length > 0 && text[^1] is not ('.' or '!' or '?') && parts.Any(part => Function().IsMatch(part))
            && parts.All(part => MailText.Words(part) < MailText.FewestWordsOfText && (Function().IsMatch(part) || part.Split(' ').All(Closing.IsNameLike)));
    }

    private static bool IsPresence(string text) => Weekday().Count(text) is var days && (days > 1 || (days == 1 && Presence().IsMatch(text))) && MailText.Words(text) <= MostWordsOfSlogan && !Asks().IsMatch(text);

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"(\+|\b0|\(0)[0-9][0-9 ()\-]{6,}|\S@\S+\.|https?://|\bwww\.|\b[a-z0-9\-]+\.(nl|com|org|eu|be|net|example)\b|\b[0-9]{4} ?(?-i:[A-Z]{2})\b|\bpostbus [0-9]+|\b\w*(straat|weg|laan|plein|dijk|kade|singel|gracht|hof|street|road|lane) [0-9]+|\b(linkedin|facebook|instagram|twitter|mastodon|bluesky|youtube|bezoekadres|postadres|kvk)\b|^([tmewa]|tel|mob|telefoon|mobiel|phone|mobile|web|website|adres|address)\.?\s?[:|]", Plain)]
    private static partial Regex Contact();

    [GeneratedRegex(@"^((senior|junior|strategisch|strategic|plaatsvervangend|plv\.?|loco|beleids|programma|policy|project|algemeen|oud|interim|directeur)[ \-]?)?(\w*adviseur|\w*medewerker|\w*raadslid|griffier|raadsgriffier|wethouder|burgemeester|gemeentesecretaris|\w*manager|\w*coördinator|\w*coordinator|\w*leider|voorzitter|secretaris|penningmeester|bewoner|inwoner|lid|namens|\w*ambtenaar|\w*officer|advisor|adviser|councillor|clerk|mayor|head of|gemeente|municipality|afdeling|department|cluster|domein|team|directie|fractie|dorpsraad|wijkraad)\b", Plain)]
    private static partial Regex Function();

    [GeneratedRegex(@"\b(maandag(en)?|dinsdag(en)?|woensdag(en)?|donderdag(en)?|vrijdag(en)?|ma|di|wo|do|vr|monday|tuesday|wednesday|thursday|friday)\b", Plain)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\b(werk|werkdag(en)?|werkzaam|aanwezig|afwezig|bereikbaar|vrij|kantoor|working|available|office)\b", Plain)]
    private static partial Regex Presence();

    [GeneratedRegex(@"\b(graag|idee|ideeën|idea|ideas|voorstel|suggestie|suggestion|tip|zou|zouden|misschien|moet|moeten|should|would|could|maybe|perhaps|suggest|please)\b", Plain)]
    private static partial Regex Asks();

    [GeneratedRegex(@"\b(ik|mij|mijn|i|my|graag|idee|ideeën|idea|ideas|voorstel|suggestie|suggestion|tip|zou|zouden|misschien|moet|moeten|willen|should|would|could|maybe|perhaps|suggest|please|we kunnen|kunnen we|kunnen wij)\b", Plain)]
    private static partial Regex Wishes();
}
