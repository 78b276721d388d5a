using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;
using Microsoft.Extensions.Hosting;

namespace LeerkringBot.Infrastructure.Sealing;

/// <summary>AES-GCM with a nonce made of the text itself (as in RFC 8452, one text gives one token). A token is nonce, tag and what is encrypted, in base64url. The key is made once and stands in table Network, row "s|key".</summary>
public sealed class AesSeal(ITables tables) : ISeal, IHostedService
{
    private const int MostCharacters = 1_000;
    private const int MostTokenCharacters = 6_000;
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const string KeyRow = "s|key";
    private const string KeyValue = "Key";

    // A lone half of a character would come back as another one.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ITable table = tables[TableNames.Network];
    private readonly ConcurrentDictionary<string, (byte[] Encryption, byte[] Nonces)> keys = new();
    private byte[]? remembered;

    /// <summary>Reads the key before anybody waits for it.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => Key(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<string> Seal(string purpose, string text, CancellationToken cancellationToken)
    {
        if (text.Length > MostCharacters) throw new ArgumentException($"A text of {text.Length} characters is too long to seal.", nameof(text));
        var (encryption, nonces) = Keys(await Key(cancellationToken), purpose);
        var plain = Utf8.GetBytes(text);
        var token = new byte[NonceBytes + TagBytes + plain.Length];
        var (nonce, tag, sealedText) = Parts(token);
        HMACSHA256.HashData(nonces, plain).AsSpan(0, NonceBytes).CopyTo(nonce.Span);
        using var aes = new AesGcm(encryption, TagBytes);
        aes.Encrypt(nonce.Span, plain, sealedText.Span, tag.Span);
        return Base64Url.EncodeToString(token);
    }

    public async Task<string?> Open(string purpose, string? token, CancellationToken cancellationToken)
    {
        if (token is not { Length: > 0 and <= MostTokenCharacters } || !Base64Url.IsValid(token)) return null;
        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length < NonceBytes + TagBytes || Base64Url.EncodeToString(bytes) != token) return null;

        var (encryption, _) = Keys(await Key(cancellationToken), purpose);
        var (nonce, tag, sealedText) = Parts(bytes);
        var plain = new byte[sealedText.Length];
        using var aes = new AesGcm(encryption, TagBytes);
        try
        {
            aes.Decrypt(nonce.Span, sealedText.Span, tag.Span, plain);
            return Utf8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Text) Parts(Memory<byte> token) =>
        (token[..NonceBytes], token[NonceBytes..(NonceBytes + TagBytes)], token[(NonceBytes + TagBytes)..]);

    // Keys of its own for each purpose: what is sealed for one can't be taken for another.
    private (byte[] Encryption, byte[] Nonces) Keys(byte[] key, string purpose) => keys.GetOrAdd(purpose, static (name, root) =>
    {
        var derived = HKDF.DeriveKey(HashAlgorithmName.SHA256, root, 2 * KeyBytes, info: Utf8.GetBytes(name));
        return (derived[..KeyBytes], derived[KeyBytes..]);
    }, key);

    private async Task<byte[]> Key(CancellationToken cancellationToken)
    {
        if (remembered is { } known) return known;
        var row = await table.Get(Partition.Network, KeyRow, cancellationToken);
        if (row is null)
        {
            // Of several instances that start at once, one is first; all read back what it wrote.
            await table.Write([new RowChange.Insert(Row.Of(Partition.Network, KeyRow, (KeyValue, RandomNumberGenerator.GetBytes(KeyBytes))))], cancellationToken);
            row = await table.Get(Partition.Network, KeyRow, cancellationToken);
        }

        return remembered = row?.Values.GetValueOrDefault(KeyValue) as byte[] ?? throw new StorageFaultException("The key for links could not be read.");
    }
}
