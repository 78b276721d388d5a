namespace LeerkringBot.Graph;

/// <summary>What the bot asked Graph.</summary>
/// <param name="Method">Of HTTP.</param>
/// <param name="Path">Below the version, unescaped but for slashes.</param>
/// <param name="Query">As it came, unescaped.</param>
/// <param name="Body">Empty where there was none.</param>
/// <param name="Authorization">The header; null where there was none.</param>
/// <param name="ContentType">Of the body.</param>
/// <param name="Prefer">All that the header holds.</param>
internal sealed record GraphCall(string Method, string Path, string Query, string Body, string? Authorization, string? ContentType, IReadOnlyList<string> Prefer)
{
    public override string ToString() => $"{Method} {Path}";
}
