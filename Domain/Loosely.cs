using System.Globalization;

namespace LeerkringBot.Domain;

/// <summary>Finding what people type: capitals and accents don't matter.</summary>
public static class Loosely
{
    public static bool ContainsLoosely(this string text, string part) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, part, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
