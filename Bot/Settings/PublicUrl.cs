using LeerkringBot.Infrastructure;

namespace LeerkringBot.Bot.Settings;

public static class PublicUrl
{
    /// <summary>Where people reach the bot, without a slash at the end.</summary>
    /// <exception cref="ConfigurationFaultException">It is missing outside Development, or not an address.</exception>
    public static string Read(IConfiguration configuration, bool isDevelopment)
    {
        var text = configuration["PublicUrl"];
        if (string.IsNullOrWhiteSpace(text))
            return isDevelopment ? "http://127.0.0.1:3978" : throw new ConfigurationFaultException("PublicUrl is missing: set it to the https address under which people reach the bot.");
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (isDevelopment && address.Scheme == Uri.UriSchemeHttp))
            ? address.ToString().TrimEnd('/')
            : throw new ConfigurationFaultException($"PublicUrl is '{text}'; it must be an https address.");
    }
}
