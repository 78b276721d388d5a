using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LeerkringBot.Infrastructure.Mails;

/// <summary>Plain text of a mail.</summary>
internal static partial class MailText
{
    /// <summary>Stands on a line of its own where something quoted was left out.</summary>
    public const char Quoted = '\uE000';

    /// <summary>Stand on lines of their own around what the sender's program calls a signature.</summary>
    public const char SignatureBegins = '\uE001', SignatureEnds = '\uE002';

    /// <summary>So many words may be a sentence of the sender's own; none is left out without anybody looking.</summary>
    public const int FewestWordsOfText = 8;

    /// <summary>Most programs cut lines at 72 to 78 characters.</summary>
    private const int Width = 68;

    /// <summary>Lines ended by \n, ordinary spaces, and nothing that can't be seen.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            if (letter is '\n' or '\t') clean.Append(letter == '\t' ? ' ' : '\n');
            else if (letter is '\u00A0' or '\u202F' or '\u2007') clean.Append(' ');
            else if (!IsUnseen(letter)) clean.Append(letter);
        }

        return clean.ToString();
    }

    public static int Words(string text)
    {
        var (count, isInside) = (0, false);
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter) && !isInside) count++;
            isInside = !char.IsWhiteSpace(letter);
        }

        return count;
    }

    public static IEnumerable<string> Sentences(string text) =>
        SentenceEnd().Replace(text.ReplaceLineEndings(" "), "$0\n").Split('\n').Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0);

    /// <summary>Puts together what a program cut: a line that had no place for the first word of the next one.</summary>
    public static string Unwrap(string text)
    {
        var joined = new StringBuilder(text.Length);
        var last = "";
        foreach (var line in text.Split('\n'))
        {
            var word = line.AsSpan().TrimStart();
            var space = word.IndexOf(' ');
            if (space >= 0) word = word[..space];
            var wasCut = last.Length > 0 && last.Length <= 80 && last.Length + 1 + word.Length > Width && word.Length > 0 && word.Length < Width
                && !line.StartsWith('>') && !last.StartsWith('>') && !IdeaList.IsItem(line) && last.Length > Width / 2
                && !(last[^1] is '.' && Notice.GoesOn(last));
            if (wasCut) joined.Append(' ').Append(line.AsSpan().TrimStart());
            else joined.Append(joined.Length > 0 ? "\n" : "").Append(line);
            last = line;
        }

        return joined.ToString();
    }

    private static bool IsUnseen(char letter) =>
        char.IsControl(letter) || letter is Quoted or SignatureBegins or SignatureEnds or '\u00AD' or '\uFFFC' || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.Format && letter is not '\u200D';

    [GeneratedRegex(@"[.!?]\s+", RegexOptions.NonBacktracking)]
    private static partial Regex SentenceEnd();
}
