using LeerkringBot.Infrastructure;
using LeerkringBot.Infrastructure.Graph;

namespace LeerkringBot.Bot.Settings;

/// <summary>What the bot does through Microsoft Graph, under <c>Graph:</c>.</summary>
/// <param name="Address">Of Graph, with its version.</param>
/// <param name="TeamsAppId">The app in the organisation's Teams catalogue; null where the bot installs itself for nobody.</param>
public sealed record GraphSettings(Uri Address, Guid? TeamsAppId)
{
    /// <param name="configuration">Of the program.</param>
    /// <param name="isDevelopment">Then Graph may be a server on this machine.</param>
    /// <param name="isRegistered">There is an app registration.</param>
    /// <exception cref="ConfigurationFaultException">A setting is malformed, or needs another one.</exception>
    public static GraphSettings Read(IConfiguration configuration, bool isDevelopment, bool isRegistered)
    {
        var address = ReadAddress(configuration, isDevelopment);
        Guid? app = null;
        if (configuration["Graph:TeamsAppId"] is { } text)
        {
            if (!Guid.TryParse(text, out var id)) throw new ConfigurationFaultException($"Graph:TeamsAppId is '{text}'; it must be the app's id in the Teams catalogue, a GUID.");
            if (!isRegistered) throw new ConfigurationFaultException("Graph:TeamsAppId is set although MicrosoftAppId is missing: only a registered bot can install itself.");
            app = id;
        }

        return new(address, app);
    }

    private static Uri ReadAddress(IConfiguration configuration, bool isDevelopment)
    {
        if (configuration["Graph:Address"] is not { } text) return GraphClient.Public;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (isDevelopment && address.IsLoopback))
            ? address
            : throw new ConfigurationFaultException($"Graph:Address is '{text}'; it must be an https address with its version, such as {GraphClient.Public}.");
    }
}
