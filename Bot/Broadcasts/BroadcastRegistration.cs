using LeerkringBot.Bot.Files;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Infrastructure.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

public static class BroadcastRegistration
{
    /// <exception cref="Infrastructure.ConfigurationFaultException">See <see cref="SendingSettings.Read"/>.</exception>
    public static IServiceCollection AddBroadcasts(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(SendingSettings.Read(configuration))
        .AddSingleton<IBroadcastStore, BroadcastStore>()
        .AddSingleton<ISharedCardStore, SharedCardStore>()
        .AddSingleton<SendBroadcast>()
        .AddSingleton<ISenderLease, SenderLease>()
        .AddSingleton<SendingSignal>()
        .AddSingleton<DeliverBroadcast>()
        .AddSingleton<RunBroadcast>()
        .AddHostedService<SendLoop>()
        .AddSingleton<StartBroadcast>()
        .AddSingleton<IWorkHandler>(provider => provider.GetRequiredService<StartBroadcast>())
        .AddSingleton<ICourier, Courier>()
        .AddSingleton<BroadcastCards>()
        .AddSingleton<BroadcastTitles>()
        .AddSingleton<BroadcastReport>()
        .AddSingleton<DeliveredCards>()
        .AddSingleton<IAudience, ChannelAudience>()
        .AddSingleton<IAudience, TeamAudience>()
        .AddSingleton<IAudience, EverybodyAudience>()
        .AddSingleton<IPersonalData, BroadcastPersonalData>()
        .AddSingleton<IAudience, PeopleAudience>()
        .AddSingleton<IAudience, MunicipalitiesAudience>()
        .AddSingleton<IAudience, RoleAudience>()
        .AddSingleton<IAudience, MailedAudience>()
        .AddSingleton<IPersonalContent>(provider => new SummaryContent(RunBroadcast.Summary, provider.GetRequiredService<BroadcastReport>()))
        .AddSingleton<IPersonalContent>(provider => new SummaryContent(RunBroadcast.Progress, provider.GetRequiredService<BroadcastReport>()))
        .AddSingleton<IPersonalContent, ProofContent>()
        .AddSingleton<IPersonalContent, ChangeContent>()
        .AddSingleton(provider => new Lazy<BroadcastCards>(provider.GetRequiredService<BroadcastCards>))
        .AddSingleton(provider => new Lazy<BroadcastDrafts>(provider.GetRequiredService<BroadcastDrafts>))
        .AddSingleton<BroadcastDrafts>()
        .AddSingleton<BroadcastList>()
        .AddSingleton<ComposingCards>()
        .AddSingleton<Picking>()
        .AddFileKind<DeliveryExport>()
        .AddSingleton<SharedCardRefresh>()
        .AddHostedService(provider => provider.GetRequiredService<SharedCardRefresh>())
        .AddFeature<ManageFeature>()
        .AddFeature<WriteFeature>()
        .AddFeature<PickFeature>()
        .AddFeature<DraftFeature>()
        .AddFeature<BroadcastFeature>();

    /// <summary>Something that organisers can send.</summary>
    public static IServiceCollection AddComposable<TContent>(this IServiceCollection services)
        where TContent : class, IComposable => services
        .AddSingleton<TContent>()
        .AddSingleton<IComposable>(provider => provider.GetRequiredService<TContent>())
        .AddSingleton<IChannelContent>(provider => provider.GetRequiredService<TContent>())
        .AddSingleton<IPersonalContent>(provider => provider.GetRequiredService<TContent>());
}
