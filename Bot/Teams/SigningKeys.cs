using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace LeerkringBot.Bot.Teams;

/// <summary>The channel's signing keys, as its OpenID metadata names them now: read again every hour, and earlier for a key id that isn't among them.</summary>
public sealed class SigningKeys(Uri metadata, HttpClient http, TimeProvider clock, ILogger<SigningKeys> logger) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>Between two readings, whatever comes in: a stranger must not make us call the metadata at will.</summary>
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim reading = new(1);
    private volatile KeyRing? current;
    private DateTimeOffset readAt;
    private DateTimeOffset triedAt = DateTimeOffset.MinValue;

    /// <param name="keyId">Of the token to check; a ring without it is read again, but not more often than once a minute.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Null while the metadata was never read.</returns>
    public async ValueTask<KeyRing?> Current(string? keyId, CancellationToken cancellationToken)
    {
        if (IsGood(keyId)) return current;
        await reading.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (IsGood(keyId) || now - triedAt < ShortestInterval) return current;
            triedAt = now;
            current = await Read(cancellationToken);
            readAt = now;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(fault, "The channel's signing keys could not be read from {Metadata}", metadata);
        }
        finally
        {
            reading.Release();
        }

        return current;
    }

    public void Dispose() => reading.Dispose();

    private bool IsGood(string? keyId) =>
        current is { } ring && clock.GetUtcNow() - readAt < Lifetime && (keyId is null || ring.Holds(keyId));

    private async Task<KeyRing> Read(CancellationToken cancellationToken)
    {
        var documents = new HttpDocumentRetriever(http) { RequireHttps = metadata.Scheme == Uri.UriSchemeHttps };
        var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(metadata.AbsoluteUri, documents, cancellationToken);
        var keys = configuration.JsonWebKeySet?.Keys.Where(key => key.Kty == JsonWebAlgorithmsKeyTypes.RSA && key.Kid is { Length: > 0 }).ToList();
        return keys is { Count: > 0 } ? new KeyRing(keys) : throw new JsonException("The metadata names no RSA key.");
    }
}
