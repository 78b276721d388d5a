namespace LeerkringBot.Domain;

/// <summary>Makes unguessable words for links: what they stand for is encrypted inside them, so nothing needs storing and nobody else can make or change one.</summary>
public interface ISeal
{
    /// <summary>The same text always gives the same token, so that a link stays the same. A token is fit for a path: letters, digits, '-' and '_'.</summary>
    /// <param name="purpose">One word of the program's own per kind of link, such as "file"; a token of one purpose opens under no other.</param>
    /// <param name="text">At most 1,000 characters.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<string> Seal(string purpose, string text, CancellationToken cancellationToken);

    /// <returns>The text; null where the token is malformed, changed, of another purpose or of another bot.</returns>
    Task<string?> Open(string purpose, string? token, CancellationToken cancellationToken);
}
