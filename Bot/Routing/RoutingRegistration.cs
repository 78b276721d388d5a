using LeerkringBot.Bot.Start;

namespace LeerkringBot.Bot.Routing;

public static class RoutingRegistration
{
    public static IServiceCollection AddRouter(this IServiceCollection services) => services
        .AddSingleton<StartPage>()
        .AddSingleton<Router>()
        .AddSingleton(provider => new Lazy<Router>(provider.GetRequiredService<Router>))
        .AddFeature<StartFeature>();

    public static IServiceCollection AddFeature<TFeature>(this IServiceCollection services)
        where TFeature : class, IFeature => services
        .AddSingleton<TFeature>()
        .AddSingleton<IFeature>(provider => provider.GetRequiredService<TFeature>());
}
