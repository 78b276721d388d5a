using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LeerkringBot.Domain;

/// <summary>A short code that people read, say and type over: five characters and one that checks them. Without vowels, and without what looks alike.</summary>
/// <remarks>The alphabet has 23 characters, a prime: one wrong character, or two that changed places, never pass the check.</remarks>
public static class ReadableCode
{
    public const int Length = 6;

    private const string Alphabet = "23456789CDFHJKMNPQRTVWX";
    private static readonly SearchValues<char> Allowed = SearchValues.Create(Alphabet);

    /// <summary>One of 6.4 million; whoever keeps it sees to it that it is new.</summary>
    public static string New() => WithCheck(RandomNumberGenerator.GetString(Alphabet, Length - 1));

    /// <summary>The same text always gives the same code. Among 500 texts, two alike come up in one case out of fifty.</summary>
    public static string Of(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return WithCheck(string.Create(Length - 1, BinaryPrimitives.ReadUInt64LittleEndian(hash), (code, value) =>
        {
            for (var i = 0; i < code.Length; i++, value /= (ulong)Alphabet.Length) code[i] = Alphabet[(int)(value % (ulong)Alphabet.Length)];
        }));
    }

    /// <param name="typed">May be anything; capitals or not.</param>
    /// <returns>In capitals; null where it is no such code.</returns>
    public static string? Read(ReadOnlySpan<char> typed)
    {
        if (typed.Length != Length) return null;
        var code = typed.ToString().ToUpperInvariant();
        return code.AsSpan().ContainsAnyExcept(Allowed) || WithCheck(code[..^1]) != code ? null : code;
    }

    private static string WithCheck(string code)
    {
        var sum = 0;
        for (var i = 0; i < code.Length; i++) sum += (i + 2) * Alphabet.IndexOf(code[i], StringComparison.Ordinal);
        return code + Alphabet[(Alphabet.Length - (sum % Alphabet.Length)) % Alphabet.Length];
    }
}
