using LeerkringBot.Bot.Settings;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Infrastructure;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>How the sender works, of the settings under <c>Sending:</c>.</summary>
public static class SendingSettings
{
    /// <exception cref="ConfigurationFaultException">A setting is malformed or out of its bounds.</exception>
    public static SendingOptions Read(IConfiguration configuration) => new()
    {
        AtOnce = WholeNumber.Read(configuration, "Sending:AtOnce", 32, 1, 256),
        LeaseTerm = TimeSpan.FromSeconds(WholeNumber.Read(configuration, "Sending:LeaseSeconds", 15, 1, 300)),
    };
}
