using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Identity;
using LeerkringBot.Bot.Teams;
using LeerkringBot.Infrastructure;
using Microsoft.Extensions.Configuration;

namespace LeerkringBot.Tests.Teams;

public sealed class TeamsSettingsTests
{
    private const string Id = "MicrosoftAppId=11111111-2222-3333-4444-555555555555";
    private const string Tenant = "MicrosoftAppTenantId=00000000-0000-0000-0000-0000000000AA";
    private const string Single = "MicrosoftAppType=SingleTenant";
    private const string Managed = "MicrosoftAppType=UserAssignedMSI";
    private const string Password = "MicrosoftAppPassword=geheim";

    [Fact]
    public void A_secret_is_enough_and_the_bots_own_tenant_is_allowed()
    {
        var settings = Read(false, Id, Tenant, Single, Password);
        Assert.IsType<ClientSecretCredential>(settings.App!.Credential);
        Assert.Contains(Activities.Tenant, settings.AllowedTenants);
        Assert.Equal("https://login.botframework.com/v1/.well-known/openidconfiguration", settings.OpenIdMetadata.AbsoluteUri);
    }

    [Fact]
    public void A_managed_identity_needs_no_secret() =>
        Assert.IsType<ManagedIdentityCredential>(Read(false, Id, Tenant, Managed).App!.Credential);

    [Fact]
    public void A_certificate_takes_the_place_of_a_secret()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, "pfx"));
        try
        {
            Assert.IsType<ClientCertificateCredential>(Read(false, Id, Tenant, Single, $"MicrosoftAppCertificatePath={path}", "MicrosoftAppCertificatePassword=pfx").App!.Credential);
            Names("MicrosoftAppCertificatePath", false, Id, Tenant, Single, $"MicrosoftAppCertificatePath={path}", "MicrosoftAppCertificatePassword=anders");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Development_runs_without_a_registration() => Assert.Null(Read(true).App);

    [Fact]
    public void Anything_else_does_not() => Names("MicrosoftAppId", false);

    [Fact]
    public void An_empty_setting_is_a_missing_one() => Names("MicrosoftAppId", false, "MicrosoftAppId= ");

    [Theory]
    [InlineData("MicrosoftAppId", Password)]
    [InlineData("MicrosoftAppId", Single)]
    [InlineData("MicrosoftAppId", "MicrosoftAppId=bot", Tenant, Single, Password)]
    [InlineData("MicrosoftAppType", Id, Tenant, Password)]
    [InlineData("MicrosoftAppType", Id, Tenant, Password, "MicrosoftAppType=MultiTenant")]
    [InlineData("MicrosoftAppType", Id, Tenant, Password, "MicrosoftAppType=Iets")]
    [InlineData("MicrosoftAppTenantId", Id, Single, Password)]
    [InlineData("MicrosoftAppTenantId", Id, Single, Password, "MicrosoftAppTenantId=contoso.example")]
    [InlineData("MicrosoftAppPassword", Id, Tenant, Single)]
    [InlineData("MicrosoftAppPassword", Id, Tenant, Managed, Password)]
    [InlineData("MicrosoftAppPassword", Id, Tenant, Single, Password, "MicrosoftAppCertificatePath=a.pfx")]
    [InlineData("MicrosoftAppCertificatePath", Id, Tenant, Managed, "MicrosoftAppCertificatePath=a.pfx")]
    [InlineData("MicrosoftAppCertificatePath", Id, Tenant, Single, "MicrosoftAppCertificatePath=/nergens/a.pfx")]
    [InlineData("MicrosoftAppCertificatePath", Id, Tenant, Single, Password, "MicrosoftAppCertificatePassword=x")]
    [InlineData("Network:AllowedTenants", Id, Tenant, Single, Password, "Network:AllowedTenants:0=contoso.example")]
    [InlineData("MicrosoftAppOpenIdMetadata", Id, Tenant, Single, Password, "MicrosoftAppOpenIdMetadata=http://127.0.0.1:5000/")]
    [InlineData("MicrosoftAppOpenIdMetadata", Id, Tenant, Single, Password, "MicrosoftAppOpenIdMetadata=nergens")]
    public void A_wrong_setting_is_named(string setting, params string[] settings) => Names(setting, false, settings);

    [Fact]
    public void The_reason_for_refusing_MultiTenant_is_told() =>
        Assert.Contains("no longer", Names("MicrosoftAppType", false, Id, Tenant, Password, "MicrosoftAppType=MultiTenant"), StringComparison.Ordinal);

    [Fact]
    public void Metadata_without_https_is_for_this_machine_in_development_only()
    {
        Assert.Equal("http", Read(true, Id, Tenant, Single, Password, "MicrosoftAppOpenIdMetadata=http://127.0.0.1:5000/").OpenIdMetadata.Scheme);
        Names("MicrosoftAppOpenIdMetadata", true, Id, Tenant, Single, Password, "MicrosoftAppOpenIdMetadata=http://metadata.example/");
    }

    private static string Names(string setting, bool development, params string[] settings)
    {
        var fault = Assert.Throws<ConfigurationFaultException>(() => Read(development, settings));
        Assert.StartsWith(setting, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
        return fault.Message;
    }

    private static TeamsSettings Read(bool development, params string[] settings) => TeamsSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create<string, string?>(pair[0], pair[1]))).Build(),
        development);
}
