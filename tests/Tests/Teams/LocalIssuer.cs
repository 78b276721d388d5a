using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LeerkringBot.Bot.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LeerkringBot.Tests.Teams;

/// <summary>Signs tokens as the Bot Framework does, and says with which keys.</summary>
internal sealed class LocalIssuer : IAsyncDisposable
{
    private readonly WebApplication app;

    private LocalIssuer(WebApplication app) => this.app = app;

    public string Metadata => app.Urls.Single() + "/openidconfiguration";

    /// <summary>What the metadata names now.</summary>
    public List<JsonObject> Published { get; } = [];

    public int Reads { get; private set; }

    public bool IsDown { get; set; }

    public RsaSecurityKey Key { get; private set; } = null!;

    public static async Task<LocalIssuer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = builder.Build();
        var issuer = new LocalIssuer(host);
        host.MapGet("/openidconfiguration", () =>
        {
            issuer.Reads++;
            if (issuer.IsDown) return Results.StatusCode(503);
            return Results.Text($$"""{"issuer":"https://api.botframework.com","jwks_uri":"{{host.Urls.Single()}}/keys","id_token_signing_alg_values_supported":["RS256"]}""", "application/json");
        });
        host.MapGet("/keys", () => Results.Text(new JsonObject { ["keys"] = new JsonArray([.. issuer.Published.Select(key => key.DeepClone())]) }.ToJsonString(), "application/json"));
        issuer.Rotate("key-1");
        await host.StartAsync();
        return issuer;
    }

    /// <summary>From now on another key signs, and is the only one named.</summary>
    public void Rotate(string keyId, params string[] endorsements)
    {
        Published.Clear();
        Key = Publish(keyId, endorsements.Length == 0 ? ["msteams", "webchat"] : endorsements);
    }

    public RsaSecurityKey Publish(string keyId, params string[] endorsements)
    {
        var key = new RsaSecurityKey(RSA.Create(2048)) { KeyId = keyId };
        var web = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.Rsa.ExportParameters(false)) { KeyId = keyId });
        Published.Add(new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = keyId, ["n"] = web.N, ["e"] = web.E, ["endorsements"] = new JsonArray([.. endorsements.Select(endorsement => JsonValue.Create(endorsement))]) });
        return key;
    }

    /// <summary>A good token, but for what the test changes.</summary>
    public string Token(string appId, string? serviceUrl, DateTimeOffset now, Action<SecurityTokenDescriptor>? change = null)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = IncomingTokens.Issuer,
            Audience = appId,
            NotBefore = now.UtcDateTime,
            IssuedAt = now.UtcDateTime,
            Expires = now.UtcDateTime.AddHours(1),
            Subject = new ClaimsIdentity(serviceUrl is null ? [] : [new Claim("serviceurl", serviceUrl)]),
            SigningCredentials = new(Key, SecurityAlgorithms.RsaSha256),
        };
        change?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
