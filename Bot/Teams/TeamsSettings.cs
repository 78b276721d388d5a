using LeerkringBot.Infrastructure;
using Microsoft.Extensions.Configuration;

namespace LeerkringBot.Bot.Teams;

/// <summary>The Bot Framework's own keys, and who may come in.</summary>
/// <param name="App">Null only in Development: then nobody is authenticated and only this machine may call.</param>
/// <param name="AllowedTenants">Lower case; empty only without an app registration.</param>
/// <param name="OpenIdMetadata">Where the channel's signing keys are named.</param>
public sealed record TeamsSettings(AppRegistration? App, IReadOnlySet<string> AllowedTenants, Uri OpenIdMetadata)
{
    private static readonly Uri ChannelMetadata = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    /// <exception cref="ConfigurationFaultException">A setting is missing, malformed or contradicts another.</exception>
    public static TeamsSettings Read(IConfiguration configuration, bool isDevelopment)
    {
        var app = AppRegistration.Read(configuration);
        if (app is null && !isDevelopment) throw new ConfigurationFaultException("MicrosoftAppId is missing: set it to the app id of the bot's registration. Only Development runs without one.");

        var tenants = configuration.GetSection("Network:AllowedTenants").GetChildren().Select(tenant => tenant.Value ?? "").ToList();
        if (tenants.FirstOrDefault(tenant => !Guid.TryParse(tenant, out _)) is { } wrong && app is not null)
            throw new ConfigurationFaultException($"Network:AllowedTenants holds '{wrong}'; a tenant is named by its id, a GUID.");
        if (tenants.Count == 0 && app is not null) tenants.Add(app.TenantId);
        return new(app, tenants.ToHashSet(StringComparer.OrdinalIgnoreCase), Metadata(configuration, isDevelopment));
    }

    private static Uri Metadata(IConfiguration configuration, bool isDevelopment)
    {
        if (configuration["MicrosoftAppOpenIdMetadata"] is not { Length: > 0 } text) return ChannelMetadata;
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || isDevelopment && url.IsLoopback)
            ? url
            : throw new ConfigurationFaultException($"MicrosoftAppOpenIdMetadata is '{text}'; it must be an https address.");
    }
}
