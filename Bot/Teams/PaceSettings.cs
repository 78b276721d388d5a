using System.Collections.Immutable;
using LeerkringBot.Bot.Settings;
using LeerkringBot.Infrastructure;
using LeerkringBot.Infrastructure.Teams;

namespace LeerkringBot.Bot.Teams;

/// <summary>How fast the bot sends, of the settings under <c>Sending:</c>.</summary>
public static class PaceSettings
{
    /// <exception cref="ConfigurationFaultException">A setting is malformed or out of its bounds.</exception>
    public static PaceOptions Read(IConfiguration configuration) => new(
        WholeNumber.Read(configuration, "Sending:PerSecond", (int)PaceOptions.Teams.PerSecond, 1, 1_000_000),
        configuration["Sending:PerConversation"] is { } text ? Windows(text) : PaceOptions.Teams.PerConversation);

    private static ImmutableArray<(int Most, TimeSpan Window)> Windows(string text)
    {
        try
        {
            return PaceOptions.Read(text);
        }
        catch (FormatException fault)
        {
            throw new ConfigurationFaultException($"Sending:PerConversation is '{text}': {fault.Message}", fault);
        }
    }
}
