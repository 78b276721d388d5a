using LeerkringBot.Bot.Settings;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Sealing;

namespace LeerkringBot.Bot.Web;

public static class WebRegistration
{
    /// <exception cref="Infrastructure.ConfigurationFaultException">See <see cref="PublicUrl.Read"/>.</exception>
    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration, bool isDevelopment) =>
        services
        .AddSingleton(new Links(PublicUrl.Read(configuration, isDevelopment)))
        .AddSingleton<ISeal, AesSeal>();
}
