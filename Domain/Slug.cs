using System.Globalization;
using System.Text;

namespace LeerkringBot.Domain;

/// <summary>Makes a readable <see cref="Key"/> of a title.</summary>
public static class Slug
{
    private const int Longest = 50;

    /// <summary>"Één kern, één stem!" becomes "een-kern-een-stem"; what has no letters or digits at all becomes <paramref name="otherwise"/>.</summary>
    public static string Of(string title, string otherwise)
    {
        var slug = new StringBuilder(Longest);
        foreach (var letter in title.Normalize(NormalizationForm.FormD))
        {
            if (slug.Length == Longest) break;
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsAsciiLetterOrDigit(letter)) slug.Append(char.ToLowerInvariant(letter));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        var made = slug.ToString().Trim('-');
        return made.Length > 0 ? made : otherwise;
    }
}
