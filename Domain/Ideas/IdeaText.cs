using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace LeerkringBot.Domain.Ideas;

/// <summary>The words of an idea.</summary>
public static class IdeaText
{
    /// <summary>Characters, after <see cref="Clean"/>.</summary>
    public const int Longest = 2_000;

    public const int LongestTheme = 60;

    public const int LongestLine = 150;

    /// <summary>Lines end with \n and have no spaces at their end; at most one empty line in a row; nothing that can't be seen.</summary>
    public static string Clean(string typed)
    {
        var clean = new StringBuilder(typed.Length);
        var empty = 0;
        foreach (var raw in typed.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = string.Concat(raw.Where(letter => letter == '\t' || !IsUnseen(letter))).TrimEnd();
            if (line.Length == 0)
            {
                empty++;
                continue;
            }

            if (clean.Length > 0) clean.Append(empty > 0 ? "\n\n" : "\n");
            clean.Append(line);
            empty = 0;
        }

        return clean.ToString().Trim();
    }

    /// <summary>One line.</summary>
    public static string CleanTheme(string? typed) => string.Join(' ', Clean(typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <param name="clean">As <see cref="Clean"/> gives it.</param>
    /// <param name="theme">As <see cref="CleanTheme"/> gives it.</param>
    public static ImmutableArray<IdeaMistake> Check(string clean, string theme)
    {
        var mistakes = ImmutableArray.CreateBuilder<IdeaMistake>();
        if (clean.Length == 0) mistakes.Add(IdeaMistake.Empty);
        if (clean.Length > Longest) mistakes.Add(IdeaMistake.TooLong);
        if (theme.Length > LongestTheme) mistakes.Add(IdeaMistake.ThemeTooLong);
        return mistakes.ToImmutable();
    }

    /// <summary>Where one line must do.</summary>
    public static string FirstLine(string clean)
    {
        var line = clean.Split('\n')[0];
        return line.Length <= LongestLine ? line : $"{line[..(LongestLine - 2)].TrimEnd()} …";
    }

    /// <summary>Only letters and digits, in lower case without accents, one space between words: two texts that differ in nothing else say the same.</summary>
    public static string Normalised(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(letter)) plain.Append(char.ToLowerInvariant(letter));
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>The same for texts that say the same; fit for a storage key.</summary>
    public static string Hash(string text) => Key.Hash(Normalised(text), 32);

    private static bool IsUnseen(char letter) => char.IsControl(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator || letter is '\u202A' or '\u202B' or '\u202C' or '\u202D' or '\u202E' or '\u2066' or '\u2067' or '\u2068' or '\u2069' or '\uFEFF' or '\u200B';
}
