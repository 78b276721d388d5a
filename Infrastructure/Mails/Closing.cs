using System.Text.RegularExpressions;

namespace LeerkringBot.Infrastructure.Mails;

/// <summary>The first line of a mail, that only greets, and the line where it ends. Neither takes a sentence that begins with the same word.</summary>
internal static partial class Closing
{
    private const int MostWordsOfGreeting = 5;
    private const int MostWordsOfName = 4;
    private const int MostWordsOfOrigin = 5;

    /// <summary>"Beste Karin,", "Hoi!", "Dag allemaal".</summary>
    public static bool IsGreeting(string line)
    {
        var text = line.Trim(' ', '*', '_');
        if (GreetingWord().Match(text) is not { Success: true } greeting || !IsEndOfWord(text, greeting.Length)) return false;
        var rest = text[greeting.Length..].Trim(' ', ',', '!', '.', '/');
        if (rest.Length == 0) return true;
        var words = rest.Split([' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length >= MostWordsOfGreeting || Particle().IsMatch(words[0])) return false;
        var isCalled = words.All(word => IsNameLike(word) || Called().IsMatch(word));
        // "Dag van de dorpen" is no greeting, and neither is "Collega's bij elkaar laten meekijken".
        if (greeting.Groups["other"].Success) return isCalled && (text[^1] is ',' or '!' || words.Length == 1 || words.All(word => Called().IsMatch(word)));
        return isCalled || text[^1] == ',';
    }

    /// <param name="line">Of a mail.</param>
    /// <param name="isSigned">It is one that a name stands under, not only a word of thanks.</param>
    public static bool Is(string line, out bool isSigned)
    {
        isSigned = false;
        var text = line.Trim(' ', '*', '_', '~');
        if (text.Length is 0 or > 120) return false;
        // "Met vriendelijke groet / Kind regards,"
        var parts = text.Split(['/', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0 || !IsOne(parts[0], out isSigned)) return false;
        return parts.Skip(1).All(part => IsOne(part, out _) || part.Split(' ').All(IsNameLike));
    }

    /// <summary>A word as in a name: "Sanne", "de", "M50"; or no word at all: "😊".</summary>
    public static bool IsNameLike(string word) => word.Trim(',', '.', '(', ')') is { Length: > 0 } bare && bare.Any(char.IsLetterOrDigit) ? char.IsUpper(bare[0]) || char.IsDigit(bare[0]) || Particle().IsMatch(bare) : word.Length > 0;

    private static bool IsOne(string text, out bool isSigned)
    {
        isSigned = SignedWith().Match(text) is { Success: true } signed && IsEndOfWord(text, signed.Length);
        var length = isSigned ? SignedWith().Match(text).Length : ThankedWith().Match(text).Length;
        if (length == 0 || !IsEndOfWord(text, length) || text[^1] is ':' or '?') return false;
        var isParted = length < text.Length && text[length] != ' ';
        var words = text[length..].Trim(' ', ',', '.', '!', ';').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return true;
        if (isSigned && Origin().IsMatch(words[0])) return words.Length <= MostWordsOfOrigin;
        if (isSigned && words.Length > 1 && And().IsMatch($"{words[0]} {words[1]}")) return words.Length < MailText.FewestWordsOfText;
        if (!isSigned && !isParted && text.StartsWith("best", StringComparison.OrdinalIgnoreCase)) return false;
        // Many write their own name without a capital.
        if ((words.Length == 1 && (isSigned || isParted)) || (words.Length == 2 && isSigned && isParted)) return true;
        var mayTellMore = isSigned;
        return string.Join(' ', words).Split(',', StringSplitOptions.TrimEntries).All(part => MailText.Words(part) <= MostWordsOfName && (part.Split(' ').All(IsNameLike) || (mayTellMore && (Signature.IsFunction(part) || Signature.HasContact(part)))));
    }

    private static bool IsEndOfWord(string text, int at) => at == text.Length || text[at] is ' ' or ',' or '.' or '!' or ';' or '/';

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"^((?<other>dag|allen|allemaal|collega('s|’s|s)?|heer|mevrouw)|beste|geachte|hallo|hoi|hi|hey|hé|goede? ?(morgen|middag|navond|avond|dag|dagen)|goedemorgen|goedemiddag|goedenavond|goeiedag|lieve|waarde|dear|hello|good (morning|afternoon|evening)|l\.?s)\b", Plain)]
    private static partial Regex GreetingWord();

    [GeneratedRegex(@"^(allen|allemaal|iedereen|collega('s|’s|s)?|mensen|deelnemers?|organisatie|organisatoren|organisator|leerkring|leernetwerk|netwerk|team|heer|heren|mevrouw|dames|meneer|leden|griffiers?|redactie|secretariaat|beste|lezers?|vrienden|all|everyone|everybody|colleagues?|sir|madam|friends|there|folks|mr|mrs|ms|dhr|mw|hoi|hallo)$", Plain)]
    private static partial Regex Called();

    [GeneratedRegex(@"^(van|von|de|der|den|het|'t|ten|ter|te|in|op|aan|en|and|of|the|&|i\.o|-)$", Plain)]
    private static partial Regex Particle();

    [GeneratedRegex(@"^((met|mt|m\.?)\s?)?(een )?([a-zéëï]+e?,? (en )?|vr\.? ?|h\.? ?){0,2}(groetend|groeten|groetjes|groetje|groet|grtjs|grtz|grt|gr)\b|^(mvg|m\. ?v\. ?g|hoogachtend|liefs|(with )?((kind|kindest|best|warm|warmest|many) )(regards|wishes)|regards|(yours |very )?(sincerely|faithfully|truly)( yours)?|all the best)\b", Plain)]
    private static partial Regex SignedWith();

    [GeneratedRegex(@"^((een )?(fijne|goede|prettige|mooie) (dag|avond|middag|week|werkdag|vakantie)( verder| nog)?|(een )?(fijn|goed|prettig) weekend|tot (dan|ziens|snel|gauw|spoedig)|(alvast )?((heel|zeer|heel erg) )?(hartelijk )?(dank|bedankt)( alvast)?|dank ?(je|u|jullie)( ?wel)?|(many )?thanks( in advance)?|thank you( in advance)?|cheers|best|see you( soon| then| there)?)\b", Plain)]
    private static partial Regex ThankedWith();

    [GeneratedRegex(@"^(uit|van|namens|from|aan)$", Plain)]
    private static partial Regex Origin();

    [GeneratedRegex(@"^(en|and) (tot|dank|bedankt|alvast|een|fijne|thanks|see|have)$", Plain)]
    private static partial Regex And();
}
