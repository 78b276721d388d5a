using LeerkringBot.Bot.Settings;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Sealing;

namespace LeerkringBot.Bot.Web;

public static class WebRegistration
{
    /// <exception cref="Infrastructure.ConfigurationFaultException">See <see cref="PublicUrl.Read"/>.</exception>
    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration, bool isDevelopment)
    {
        var publicUrl = PublicUrl.Read(configuration, isDevelopment);
        return services
            .AddSingleton<AesSeal>()
            .AddSingleton<ISeal>(provider => provider.GetRequiredService<AesSeal>())
            .AddHostedService(provider => provider.GetRequiredService<AesSeal>())
            .AddSingleton(provider => new Links(publicUrl, provider.GetRequiredService<ISeal>()));
    }
}
