namespace LeerkringBot.Graph;

/// <summary>What the bot asked Graph.</summary>
/// <param name="Method">Of HTTP.</param>
/// <param name="Path">Below the version, unescaped.</param>
/// <param name="Query">As it came, unescaped.</param>
/// <param name="Body">Empty where there was none.</param>
/// <param name="Authorization">The header; null where there was none.</param>
internal sealed record GraphCall(string Method, string Path, string Query, string Body, string? Authorization)
{
    public override string ToString() => $"{Method} {Path}";
}
