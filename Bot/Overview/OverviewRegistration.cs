using LeerkringBot.Bot.Routing;

namespace LeerkringBot.Bot.Overview;

public static class OverviewRegistration
{
    public static IServiceCollection AddOverview(this IServiceCollection services) => services.AddFeature<OverviewFeature>();
}
