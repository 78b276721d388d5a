using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace LeerkringBot.Bot.Teams;

/// <summary>SHA-256 of a token: what is remembered of it opens nothing.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TokenHash(UInt128 High, UInt128 Low)
{
    public static TokenHash Of(ReadOnlySpan<char> token)
    {
        Span<byte> bytes = token.Length <= 4096 ? stackalloc byte[token.Length * 3] : new byte[token.Length * 3];
        Span<UInt128> hash = stackalloc UInt128[2];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(token, bytes)], MemoryMarshal.AsBytes(hash));
        return new(hash[0], hash[1]);
    }
}
