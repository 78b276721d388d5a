using LeerkringBot.Bot.Routing;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Infrastructure.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

public static class BroadcastRegistration
{
    public static IServiceCollection AddBroadcasts(this IServiceCollection services) => services
        .AddSingleton<IBroadcastStore, BroadcastStore>()
        .AddSingleton<ISharedCardStore, SharedCardStore>()
        .AddSingleton<SendBroadcast>()
        .AddSingleton<IWorkHandler, DeliverBroadcast>()
        .AddSingleton<IWorkHandler, StartBroadcast>()
        .AddSingleton<ICourier, Courier>()
        .AddSingleton<DeliveredCards>()
        .AddSingleton<IWorkHandler>(provider => provider.GetRequiredService<DeliveredCards>())
        .AddSingleton<IPersonalData, BroadcastPersonalData>()
        .AddSingleton<SummaryContent>()
        .AddSingleton<IPersonalContent>(provider => provider.GetRequiredService<SummaryContent>())
        .AddSingleton<SharedCardRefresh>()
        .AddHostedService(provider => provider.GetRequiredService<SharedCardRefresh>())
        .AddFeature<BroadcastFeature>();

    /// <summary>Something that organisers can send.</summary>
    public static IServiceCollection AddComposable<TContent>(this IServiceCollection services)
        where TContent : class, IComposable => services
        .AddSingleton<TContent>()
        .AddSingleton<IComposable>(provider => provider.GetRequiredService<TContent>())
        .AddSingleton<IChannelContent>(provider => provider.GetRequiredService<TContent>())
        .AddSingleton<IPersonalContent>(provider => provider.GetRequiredService<TContent>());
}
