using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;
using LeerkringBot.Infrastructure;
using Microsoft.Extensions.Configuration;

namespace LeerkringBot.Bot.Teams;

/// <summary>The bot's registration in Entra.</summary>
/// <param name="AppId">Audience of incoming tokens.</param>
/// <param name="TenantId">Where it is registered.</param>
/// <param name="Credential">For outgoing tokens.</param>
public sealed record AppRegistration(string AppId, string TenantId, TokenCredential Credential)
{
    private const string Id = "MicrosoftAppId";
    private const string Type = "MicrosoftAppType";
    private const string Tenant = "MicrosoftAppTenantId";
    private const string Password = "MicrosoftAppPassword";
    private const string CertificatePath = "MicrosoftAppCertificatePath";
    private const string CertificatePassword = "MicrosoftAppCertificatePassword";

    /// <returns>Null where none of the keys is set.</returns>
    /// <exception cref="ConfigurationFaultException">A key is missing, malformed or contradicts another.</exception>
    public static AppRegistration? Read(IConfiguration configuration)
    {
        string? Setting(string key) => configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

        if (Setting(Id) is not { } appId)
        {
            var stray = new[] { Type, Tenant, Password, CertificatePath, CertificatePassword }.FirstOrDefault(key => Setting(key) is not null);
            return stray is null ? null : throw new ConfigurationFaultException($"{Id} is missing although {stray} is set.");
        }

        if (!Guid.TryParse(appId, out _)) throw new ConfigurationFaultException($"{Id} is '{appId}'; it must be a GUID.");
        var type = Setting(Type) ?? throw new ConfigurationFaultException($"{Type} is missing: set it to SingleTenant or UserAssignedMSI.");
        if (type.Equals("MultiTenant", StringComparison.OrdinalIgnoreCase)) throw new ConfigurationFaultException($"{Type} is MultiTenant, which Microsoft no longer lets anyone register: register the bot as SingleTenant or UserAssignedMSI.");
        var managed = type.Equals("UserAssignedMSI", StringComparison.OrdinalIgnoreCase);
        if (!managed && !type.Equals("SingleTenant", StringComparison.OrdinalIgnoreCase)) throw new ConfigurationFaultException($"{Type} is '{type}'; it must be SingleTenant or UserAssignedMSI.");
        var tenantId = Setting(Tenant) ?? throw new ConfigurationFaultException($"{Tenant} is missing: set it to the tenant of the bot's registration.");
        if (!Guid.TryParse(tenantId, out _)) throw new ConfigurationFaultException($"{Tenant} is '{tenantId}'; it must be a GUID.");

        var (password, path) = (Setting(Password), Setting(CertificatePath));
        if (Setting(CertificatePassword) is not null && path is null) throw new ConfigurationFaultException($"{CertificatePath} is missing although {CertificatePassword} is set.");
        if (managed)
        {
            if ((password is not null ? Password : path is not null ? CertificatePath : null) is { } secret) throw new ConfigurationFaultException($"{secret} is set although {Type} is UserAssignedMSI: a managed identity has no secret. Remove it.");
            return new(appId, tenantId, new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(appId)));
        }

        return (password, path) switch
        {
            (not null, null) => new(appId, tenantId, new ClientSecretCredential(tenantId, appId, password)),
            (null, not null) => new(appId, tenantId, new ClientCertificateCredential(tenantId, appId, Certificate(path, Setting(CertificatePassword)))),
            (not null, not null) => throw new ConfigurationFaultException($"{Password} and {CertificatePath} are both set: keep one."),
            _ => throw new ConfigurationFaultException($"{Password} is missing: set it, or {CertificatePath}."),
        };
    }

    private static X509Certificate2 Certificate(string path, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationFaultException($"{CertificatePath} names '{path}', which can't be read as a certificate with its private key (PFX).", fault);
        }
    }
}
