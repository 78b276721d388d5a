using System.Text.RegularExpressions;

namespace LeerkringBot.Domain;

/// <summary>"B-7K3Q96": stands between square brackets in the subject of a mail and tells what the mail is about. Made of the subject's id, so it needs no storing and never changes; it is no secret.</summary>
public readonly partial record struct SubjectReference
{
    private readonly string? code;

    private SubjectReference(string code) => this.code = code;

    public static SubjectReference Of(Subject subject) => new(ReadableCode.Of(subject.Key));

    /// <summary>The first one in a text, with or without brackets, capitals or not; null where there is none.</summary>
    public static SubjectReference? FindIn(string text)
    {
        foreach (var match in Mentioned().EnumerateMatches(text))
            if (ReadableCode.Read(text.AsSpan(match.Index + match.Length - ReadableCode.Length, ReadableCode.Length)) is { } code) return new(code);
        return null;
    }

    public override string ToString() => $"B-{code ?? throw new InvalidOperationException("An empty reference.")}";

    // Mail programs put other dashes where one types a hyphen.
    [GeneratedRegex(@"\b[Bb]\s?[-\u2010-\u2015]\s?[0-9A-Za-z]{6}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mentioned();
}
