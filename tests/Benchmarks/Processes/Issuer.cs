using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LeerkringBot.Benchmarks.Processes;

/// <summary>A stand-in for the channel service: names its key in OpenID metadata and signs a token with it.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    private const string AppId = "7b1c9d2e-0000-4000-8000-000000000002";

    private readonly RSA rsa = RSA.Create(2048);
    private readonly WebApplication app;

    private Issuer(WebApplication app) => this.app = app;

    /// <summary>With which the bot believes it.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings =>
    [
        ("MicrosoftAppId", AppId),
        ("MicrosoftAppType", "SingleTenant"),
        ("MicrosoftAppTenantId", Population.Tenant),
        ("MicrosoftAppPassword", "not used: nothing is sent"),
        ("BotOpenIdMetadata", $"{app.Urls.Single()}/openid"),
    ];

    public static async Task<Issuer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var issuer = new Issuer(builder.Build());
        issuer.app.Urls.Add($"http://127.0.0.1:{FreePort.Next()}");
        issuer.app.MapGet("/openid", () => Results.Content($$"""{"issuer":"https://api.botframework.com","jwks_uri":"{{issuer.app.Urls.Single()}}/keys"}""", "application/json"));
        var key = issuer.rsa.ExportParameters(includePrivateParameters: false);
        var keys = $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"k1","n":"{{Base64UrlEncoder.Encode(key.Modulus)}}","e":"{{Base64UrlEncoder.Encode(key.Exponent)}}","endorsements":["msteams"]}]}""";
        issuer.app.MapGet("/keys", () => Results.Content(keys, "application/json"));
        await issuer.app.StartAsync();
        return issuer;
    }

    /// <summary>Good for an hour, as the channel's are.</summary>
    public string Token(string serviceUrl) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = "https://api.botframework.com",
        Audience = AppId,
        NotBefore = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-5),
        IssuedAt = TimeProvider.System.GetUtcNow().UtcDateTime,
        Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1),
        Claims = new Dictionary<string, object> { ["serviceurl"] = serviceUrl },
        SigningCredentials = new(new RsaSecurityKey(rsa) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256),
    });

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        rsa.Dispose();
    }
}
