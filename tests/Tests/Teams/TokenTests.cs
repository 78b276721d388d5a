using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using LeerkringBot.Bot.Teams;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;
using Moq;

namespace LeerkringBot.Tests.Teams;

/// <summary>Every token here is good but for one thing.</summary>
public sealed class TokenTests : IAsyncLifetime
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";
    private const string TenantId = Activities.Tenant;

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private LocalIssuer issuer = null!;
    private EdgeHost edge = null!;

    public async ValueTask InitializeAsync()
    {
        issuer = await LocalIssuer.Start();
        var credential = new Mock<TokenCredential>();
        credential.Setup(of => of.GetTokenAsync(It.Is<TokenRequestContext>(request => request.Scopes.Single() == "https://api.botframework.com/.default"), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new AccessToken("ons-token", clock.GetUtcNow().AddHours(1)));
        edge = await EdgeHost.Start(
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(clock);
                builder.Services.AddSingleton(new ConnectorToken(credential.Object));
            },
            ("MicrosoftAppId", AppId),
            ("MicrosoftAppType", "SingleTenant"),
            ("MicrosoftAppTenantId", TenantId),
            ("MicrosoftAppPassword", "geheim"),
            ("MicrosoftAppOpenIdMetadata", issuer.Metadata));
    }

    public async ValueTask DisposeAsync()
    {
        await edge.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha256)]
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    public async Task A_good_token_comes_in(string algorithm)
    {
        Assert.Equal(HttpStatusCode.OK, await Post(Token(token => token.SigningCredentials = new(issuer.Key, algorithm))));
        Assert.Single(edge.Feature.Messages);
    }

    [Fact]
    public async Task Our_own_token_goes_with_every_call_to_the_connector()
    {
        await Post(Token());
        Assert.NotEmpty(edge.Connector.Calls);
        Assert.All(edge.Connector.Calls, call => Assert.Equal("Bearer ons-token", call.Authorization));
    }

    [Fact]
    public Task Without_a_token_nobody_comes_in() => Refused(null);

    [Theory]
    [InlineData("Basic YWJj")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer x")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer a.b.c.d.e")]
    public Task What_is_no_token_does_not_come_in(string header) => Refused(header);

    [Fact]
    public Task Another_issuer_does_not_come_in() => Refused(Token(token => token.Issuer = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"));

    [Fact]
    public Task The_emulators_issuer_does_not_come_in() => Refused(Token(token => token.Issuer = "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0"));

    [Fact]
    public Task A_token_for_another_bot_does_not_come_in() => Refused(Token(token => token.Audience = "99999999-2222-3333-4444-555555555555"));

    [Fact]
    public Task A_token_for_nobody_does_not_come_in() => Refused(Token(token => token.Audience = null));

    [Fact]
    public async Task An_expired_token_has_five_minutes_grace()
    {
        await Refused(Token(token => Lives(token, -60, -5)));
        Assert.Equal(HttpStatusCode.OK, await Post(Token(token => Lives(token, -60, -4))));
    }

    [Fact]
    public async Task A_token_for_later_has_five_minutes_grace()
    {
        await Refused(Token(token => Lives(token, 6, 60)));
        Assert.Equal(HttpStatusCode.OK, await Post(Token(token => Lives(token, 5, 60))));
    }

    [Fact]
    public Task A_token_that_never_expires_does_not_come_in() => Refused(Token(token => token.Expires = null));

    [Fact]
    public Task A_token_signed_with_a_strangers_key_does_not_come_in() =>
        Refused(Token(token => token.SigningCredentials = new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "key-1" }, SecurityAlgorithms.RsaSha256)));

    [Fact]
    public Task A_token_that_was_changed_does_not_come_in()
    {
        var parts = Token()!.Split('.');
        var payload = Base64UrlEncoder.Decode(parts[1]).Replace("\"nbf\":", "\"x\":1,\"nbf\":", StringComparison.Ordinal);
        return Refused($"{parts[0]}.{Base64UrlEncoder.Encode(payload)}.{parts[2]}");
    }

    [Fact]
    public Task An_unsigned_token_does_not_come_in()
    {
        var parts = Token()!["Bearer ".Length..].Split('.');
        return Refused($"Bearer {Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT","kid":"key-1"}""")}.{parts[1]}.");
    }

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_a_secret_does_not_come_in()
    {
        var publicKey = issuer.Key.Rsa.ExportSubjectPublicKeyInfo();
        await Refused(Token(token => token.SigningCredentials = new(new SymmetricSecurityKey(publicKey) { KeyId = "key-1" }, SecurityAlgorithms.HmacSha256)));
        var pem = Encoding.UTF8.GetBytes(issuer.Key.Rsa.ExportSubjectPublicKeyInfoPem());
        await Refused(Token(token => token.SigningCredentials = new(new SymmetricSecurityKey(pem) { KeyId = "key-1" }, SecurityAlgorithms.HmacSha256)));
        await Refused(Token(token => token.SigningCredentials = new(new SymmetricSecurityKey(Base64UrlEncoder.DecodeBytes((string)issuer.Published[0]["n"]!)) { KeyId = "key-1" }, SecurityAlgorithms.HmacSha256)));
    }

    [Fact]
    public Task A_right_key_with_another_algorithm_does_not_come_in() =>
        Refused(Token(token => token.SigningCredentials = new(issuer.Key, SecurityAlgorithms.RsaSsaPssSha256)));

    [Fact]
    public async Task A_key_that_may_not_sign_for_teams_does_not_come_in()
    {
        issuer.Rotate("key-1", "webchat", "directline");
        await Refused(Token());
    }

    [Fact]
    public async Task A_key_without_endorsements_does_not_come_in()
    {
        issuer.Published[0].Remove("endorsements");
        await Refused(Token());
    }

    [Fact]
    public async Task The_activity_must_be_of_a_channel_that_the_key_may_sign_for()
    {
        await Refused(Token(), "slack");
        await Refused(Token(), null);
    }

    [Fact]
    public Task Another_channel_does_not_come_in_although_the_key_may_sign_for_it() => Refused(Token(), "webchat");

    [Fact]
    public async Task The_endorsements_are_those_of_the_key_that_signed()
    {
        issuer.Rotate("key-web", "webchat");
        issuer.Publish("key-teams", "msteams");
        await Refused(Token());
    }

    [Fact]
    public Task A_token_for_another_connector_does_not_come_in() => Refused(Token(serviceUrl: "https://smba.trafficmanager.net/emea/"));

    [Fact]
    public Task A_token_that_names_no_connector_does_not_come_in() => Refused("Bearer " + issuer.Token(AppId, null, clock.GetUtcNow()));

    [Fact]
    public async Task Capitals_in_the_connectors_address_do_not_matter() =>
        Assert.Equal(HttpStatusCode.OK, await Post(Token(serviceUrl: edge.ServiceUrl.ToUpperInvariant())));

    [Fact]
    public async Task Another_tenant_is_forbidden()
    {
        var activity = edge.Personal("message").Text("testkaart");
        activity["channelData"]!["tenant"]!["id"] = "99999999-0000-0000-0000-0000000000aa";
        var (status, _) = await edge.Post(activity, request => request.Headers.TryAddWithoutValidation("Authorization", Token()));
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Empty(edge.Feature.Messages);
    }

    [Fact]
    public async Task A_new_key_is_found_by_reading_the_metadata_again()
    {
        await Post(Token());
        issuer.Rotate("key-2");
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.OK, await Post(Token()));
        Assert.Equal(2, issuer.Reads);
    }

    [Fact]
    public async Task Made_up_key_ids_do_not_make_us_read_the_metadata_time_and_again()
    {
        await Post(Token());
        for (var i = 0; i < 5; i++)
        {
            var key = new RsaSecurityKey(issuer.Key.Rsa) { KeyId = $"verzonnen-{i}" };
            await Refused(Token(token => token.SigningCredentials = new(key, SecurityAlgorithms.RsaSha256)));
        }

        Assert.Equal(1, issuer.Reads);
    }

    [Fact]
    public async Task While_the_metadata_is_down_the_keys_we_have_go_on()
    {
        await Post(Token());
        issuer.IsDown = true;
        clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(HttpStatusCode.OK, await Post(Token()));
        Assert.Contains("could not be read", edge.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_ever_having_read_the_metadata_nobody_comes_in()
    {
        issuer.IsDown = true;
        await Refused(Token());
    }

    [Fact]
    public async Task A_token_seen_before_is_known_until_it_expires()
    {
        var token = Token();
        Assert.Equal(HttpStatusCode.OK, await Post(token));
        Assert.Equal(HttpStatusCode.OK, await Post(token));
        clock.Advance(TimeSpan.FromMinutes(64));
        Assert.Equal(HttpStatusCode.OK, await Post(token));
        clock.Advance(TimeSpan.FromMinutes(1));
        await Refused(token);
    }

    [Fact]
    public async Task A_known_token_is_still_held_against_every_activity()
    {
        var token = Token();
        await Post(token);
        await Refused(token, "slack");
        var elsewhere = Activities.Personal("message", "https://smba.trafficmanager.net/emea/").Text("testkaart");
        var (status, _) = await edge.Post(elsewhere, request => request.Headers.TryAddWithoutValidation("Authorization", token));
        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Fact]
    public async Task A_known_token_is_forgotten_when_its_key_leaves_the_metadata()
    {
        var token = Token(token => token.Expires = clock.GetUtcNow().UtcDateTime.AddHours(10));
        Assert.Equal(HttpStatusCode.OK, await Post(token));
        issuer.Rotate("key-2");
        clock.Advance(TimeSpan.FromHours(1));
        await Refused(token);
    }

    [Fact]
    public void The_memory_for_tokens_is_bounded()
    {
        var ring = new KeyRing([]);
        for (UInt128 i = 0; i < 5_000; i++) ring.Remember(new(i, 0), new("", [], clock.GetUtcNow()));
        Assert.InRange(ring.TokensRemembered, 1, 1_000);
    }

    private static void Lives(SecurityTokenDescriptor token, int from, int until)
    {
        var start = token.NotBefore!.Value;
        (token.NotBefore, token.Expires) = (start.AddMinutes(from), start.AddMinutes(until));
    }

    private string Token(Action<SecurityTokenDescriptor>? change = null, string? serviceUrl = null) =>
        "Bearer " + issuer.Token(AppId, serviceUrl ?? edge.ServiceUrl, clock.GetUtcNow(), change);

    private async Task Refused(string? authorization, string? channelId = "msteams")
    {
        var (messages, calls) = (edge.Feature.Messages.Count, edge.Connector.Calls.Count);
        Assert.Equal(HttpStatusCode.Unauthorized, await Post(authorization, channelId));
        Assert.Equal((messages, calls), (edge.Feature.Messages.Count, edge.Connector.Calls.Count));
        if (messages == 0) Assert.Empty(await edge.Rows(TableNames.Conversations));
    }

    private async Task<HttpStatusCode> Post(string? authorization, string? channelId = "msteams")
    {
        var activity = edge.Personal("message").Text("testkaart").With("channelId", channelId);
        var (status, _) = await edge.Post(activity, request =>
        {
            if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        });
        return status;
    }
}
