using LeerkringBot.Bot.Files;
using LeerkringBot.Bot.Routing;

namespace LeerkringBot.Bot.Registrations;

public static class ExportRegistration
{
    public static IServiceCollection AddRegistrationExport(this IServiceCollection services) => services
        .AddFileKind<RegistrationExport>()
        .AddFeature<ExportFeature>();
}
