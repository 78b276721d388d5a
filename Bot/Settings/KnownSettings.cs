using LeerkringBot.Infrastructure;

namespace LeerkringBot.Bot.Settings;

/// <summary>The settings of our own sections. A typing mistake in one stops the start instead of being passed over.</summary>
public static class KnownSettings
{
    private static readonly Dictionary<string, string[]> Sections = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Network"] = ["AllowedTenants", "Organisers", "File"],
        ["Playground"] = ["Enabled", "Port"],
        ["Graph"] = ["Address", "TeamsAppId", "Mailbox", "Notifications"],
        ["Clock"] = ["StartAt"],
        ["Sending"] = ["PerSecond", "PerConversation", "LeaseSeconds", "AtOnce"],
    };

    private static readonly string[] Lists = ["Network:AllowedTenants", "Network:Organisers"];

    private static readonly string[] BotFramework =
        ["MicrosoftAppId", "MicrosoftAppType", "MicrosoftAppTenantId", "MicrosoftAppPassword", "MicrosoftAppCertificatePath", "MicrosoftAppCertificatePassword", "MicrosoftAppOpenIdMetadata"];

    /// <exception cref="ConfigurationFaultException">A setting is unknown or malformed; one line names it.</exception>
    public static void Check(IConfiguration configuration, bool isDevelopment)
    {
        foreach (var (section, known) in Sections)
            foreach (var setting in configuration.GetSection(section).GetChildren())
                if (!known.Contains(setting.Key, StringComparer.OrdinalIgnoreCase)) throw new ConfigurationFaultException($"{section}:{setting.Key} is not a setting. Known are {string.Join(", ", known)}.");

        foreach (var setting in configuration.GetChildren())
            if (setting.Key.StartsWith("MicrosoftApp", StringComparison.OrdinalIgnoreCase) && !BotFramework.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
                throw new ConfigurationFaultException($"{setting.Key} is not a setting. Known are {string.Join(", ", BotFramework)}.");

        // A list given as one value would be read as an empty one.
        foreach (var list in Lists)
            if (!string.IsNullOrWhiteSpace(configuration[list])) throw new ConfigurationFaultException($"{list} is '{configuration[list]}', but it is a list: set {list}:0 (in the environment {list.Replace(":", "__", StringComparison.Ordinal)}__0).");

        if (configuration["Playground:Enabled"] is { } enabled && !bool.TryParse(enabled, out _)) throw new ConfigurationFaultException($"Playground:Enabled is '{enabled}'; it must be true or false.");
        if (configuration["Playground:Port"] is { } port && !(int.TryParse(port, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536)) throw new ConfigurationFaultException($"Playground:Port is '{port}'; it must be a port number.");
        if (configuration["Clock:StartAt"] is not null && !isDevelopment) throw new ConfigurationFaultException("Clock:StartAt is set; it is for Development only. Remove it.");
    }
}
