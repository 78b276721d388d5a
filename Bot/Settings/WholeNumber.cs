using System.Globalization;
using LeerkringBot.Infrastructure;

namespace LeerkringBot.Bot.Settings;

/// <summary>A setting that is a whole number.</summary>
public static class WholeNumber
{
    /// <exception cref="ConfigurationFaultException">It is something else, or out of its bounds.</exception>
    public static int Read(IConfiguration configuration, string setting, int otherwise, int least, int most)
    {
        if (configuration[setting] is not { } text) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new ConfigurationFaultException($"{setting} is '{text}'; it must be a whole number from {least} to {most}.");
    }
}
