using LeerkringBot.Domain;
using LeerkringBot.Infrastructure;
using LeerkringBot.Infrastructure.Graph;

namespace LeerkringBot.Bot.Settings;

/// <summary>What the bot does through Microsoft Graph, under <c>Graph:</c>.</summary>
/// <param name="Address">Of Graph, with its version.</param>
/// <param name="TeamsAppId">The app in the organisation's Teams catalogue; null where the bot installs itself for nobody.</param>
/// <param name="Mailbox">The e-mail address of the mailbox that is read and sent from; null where mail is in files.</param>
/// <param name="Notifications">Whether Graph tells the bot when a mail comes.</param>
public sealed record GraphSettings(Uri Address, Guid? TeamsAppId, string? Mailbox, bool Notifications)
{
    /// <param name="configuration">Of the program.</param>
    /// <param name="isDevelopment">Then Graph may be a server on this machine.</param>
    /// <exception cref="ConfigurationFaultException">A setting is malformed, or needs or contradicts another one.</exception>
    public static GraphSettings Read(IConfiguration configuration, bool isDevelopment)
    {
        var address = ReadAddress(configuration, isDevelopment);
        var isRegistered = !string.IsNullOrWhiteSpace(configuration["MicrosoftAppId"]);
        var mailbox = ReadMailbox(configuration, isRegistered || address.IsLoopback);
        return new(address, ReadTeamsApp(configuration, isRegistered), mailbox, ReadNotifications(configuration, mailbox));
    }

    private static Guid? ReadTeamsApp(IConfiguration configuration, bool isRegistered)
    {
        if (configuration["Graph:TeamsAppId"] is not { } text) return null;
        if (!Guid.TryParse(text, out var id)) throw new ConfigurationFaultException($"Graph:TeamsAppId is '{text}'; it must be the app's id in the Teams catalogue, a GUID.");
        return isRegistered ? id : throw new ConfigurationFaultException("Graph:TeamsAppId is set although MicrosoftAppId is missing: only a registered bot can install itself.");
    }

    private static string? ReadMailbox(IConfiguration configuration, bool isSomebody)
    {
        if (configuration["Graph:Mailbox"] is not { } text) return null;
        if (!EmailAddress.IsValid(text)) throw new ConfigurationFaultException($"Graph:Mailbox is '{text}'; it must be the mailbox's e-mail address.");
        if (!isSomebody) throw new ConfigurationFaultException("Graph:Mailbox is set although MicrosoftAppId is missing: only a registered bot can read a mailbox.");
        return configuration["Mail:Directory"] is null
            ? text.ToLowerInvariant()
            : throw new ConfigurationFaultException("Mail:Directory is set although mail goes through Graph:Mailbox: remove one of them.");
    }

    private static bool ReadNotifications(IConfiguration configuration, string? mailbox)
    {
        if (configuration["Graph:Notifications"] is not { } text) return false;
        if (!bool.TryParse(text, out var wanted)) throw new ConfigurationFaultException($"Graph:Notifications is '{text}'; it must be true or false.");
        return !wanted || mailbox is not null ? wanted : throw new ConfigurationFaultException("Graph:Notifications is true although Graph:Mailbox is missing: there is no mailbox to tell about.");
    }

    private static Uri ReadAddress(IConfiguration configuration, bool isDevelopment)
    {
        if (configuration["Graph:Address"] is not { } text) return GraphClient.Public;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (isDevelopment && address.IsLoopback))
            ? address
            : throw new ConfigurationFaultException($"Graph:Address is '{text}'; it must be an https address with its version, such as {GraphClient.Public}.");
    }
}
