using LeerkringBot.Bot.Routing;
using LeerkringBot.Bot.Start;
using LeerkringBot.Bot.Work;

namespace LeerkringBot.Bot.Overview;

public static class OverviewRegistration
{
    public static IServiceCollection AddOverview(this IServiceCollection services) => services
        .AddFeature<OverviewFeature>()
        .AddToOverview<FailedWorkFeature>()
        .AddSingleton<IStartSection>(provider => provider.GetRequiredService<OverviewFeature>());

    /// <summary>A feature that is on the overview.</summary>
    public static IServiceCollection AddToOverview<TFeature>(this IServiceCollection services)
        where TFeature : class, IFeature, IOverviewSection => services
        .AddFeature<TFeature>()
        .AddSingleton<IOverviewSection>(provider => provider.GetRequiredService<TFeature>());
}
