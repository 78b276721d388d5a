namespace LeerkringBot.Domain;

/// <summary>What every id of ours is made of: 1 to 80 characters from a-z, A-Z, 0-9 and '-', so that it can stand in a storage key and a link.</summary>
public static class Key
{
    private static readonly System.Buffers.SearchValues<char> Allowed =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    public static bool IsValid(string? text) =>
        text is { Length: >= 1 and <= 80 } && text.AsSpan().IndexOfAnyExcept(Allowed) < 0;

    /// <exception cref="FormatException">The text is not a valid key.</exception>
    public static string Require(string text) =>
        IsValid(text) ? text : throw new FormatException($"'{text}' is not an id: 1 to 80 letters, digits or '-'.");

    /// <summary>A key that stands for a text, always the same: the first digits of its SHA-256, in hexadecimal.</summary>
    /// <param name="text">Any.</param>
    /// <param name="length">How many digits; at most 64.</param>
    public static string Hash(string text, int length = 64) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..length];

    /// <summary>A new key that nobody can guess: 26 characters, 134 random bits.</summary>
    public static string New() =>
        System.Security.Cryptography.RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", 26);
}
