using System.Globalization;
using System.Text;

namespace LeerkringBot.Infrastructure.Mails;

/// <summary>Plain text of a mail.</summary>
internal static class MailText
{
    /// <summary>Stands on a line of its own where something quoted was left out.</summary>
    public const char Quoted = '\uE000';

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

    /// <summary>Puts together what a program cut: a line that had no place for the first word of the next one.</summary>
    public static string Unwrap(string text)
    {
        var joined = new List<string>();
        var last = "";
        foreach (var line in text.Split('\n'))
        {
            var word = line.AsSpan().TrimStart();
            var space = word.IndexOf(' ');
            if (space >= 0) word = word[..space];
            var wasCut = last.Length > 0 && last.Length <= 80 && last.Length + 1 + word.Length > Width && word.Length > 0 && word.Length < Width
                && !line.StartsWith('>') && !last.StartsWith('>') && !IdeaList.IsItem(line) && last.Length > Width / 2;
            if (wasCut) joined[^1] += $" {line.TrimStart()}";
            else joined.Add(line);
            last = line;
        }

        return string.Join('\n', joined);
    }

    private static bool IsUnseen(char letter) =>
        char.IsControl(letter) || letter is Quoted or '\u00AD' or '\uFFFC' || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.Format && letter is not '\u200D';
}
