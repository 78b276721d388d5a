using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LeerkringBot.Bot.Teams;

/// <summary>Checks that a call comes from the Bot Framework's channel service and is meant for us (learn: bot-service/rest-api/bot-framework-rest-connector-authentication). Emulator and skill tokens are not accepted.</summary>
public sealed class IncomingTokens(string appId, SigningKeys keys, TimeProvider clock)
{
    public const string Issuer = "https://api.botframework.com";

    private const string Scheme = "Bearer ";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    /// <param name="authorization">The header as it came.</param>
    /// <param name="cancellationToken">Ends the reading of the keys.</param>
    /// <returns>Null for a missing or bad token.</returns>
    public async ValueTask<ValidToken?> Validate(string? authorization, CancellationToken cancellationToken)
    {
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return null;
        var hash = TokenHash.Of(authorization.AsSpan(Scheme.Length));
        if (await keys.Current(null, cancellationToken) is { } ring && ring.Find(hash, clock.GetUtcNow()) is { } known) return known;

        var token = authorization[Scheme.Length..];
        if (!handler.CanReadToken(token) || KeyId(token) is not { } keyId) return null;
        return await keys.Current(keyId, cancellationToken) is { } current ? await Validate(token, hash, current) : null;
    }

    private async Task<ValidToken?> Validate(string token, TokenHash hash, KeyRing ring)
    {
        var result = await handler.ValidateTokenAsync(token, new()
        {
            ValidIssuer = Issuer,
            ValidAudience = appId,
            ValidAlgorithms = Algorithms,
            IssuerSigningKeys = ring.Keys,
            TryAllIssuerSigningKeys = false,
            LifetimeValidator = (from, until, _, _) => IsAlive(from, until),
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken valid) return null;
        if (!valid.TryGetPayloadValue<string>("serviceurl", out var serviceUrl) || string.IsNullOrEmpty(serviceUrl)) return null;

        var accepted = new ValidToken(serviceUrl, KeyRing.Endorsements(valid.SigningKey), new DateTimeOffset(valid.ValidTo, TimeSpan.Zero) + Skew);
        ring.Remember(hash, accepted);
        return accepted;
    }

    private bool IsAlive(DateTime? from, DateTime? until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until is { } end && now < end + Skew && (from is not { } begin || begin - Skew <= now);
    }

    private string? KeyId(string token)
    {
        try
        {
            return handler.ReadJsonWebToken(token).Kid is { Length: > 0 } id ? id : null;
        }
        catch (Exception fault) when (fault is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }
}
