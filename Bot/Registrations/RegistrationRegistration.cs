using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Overview;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Bot.Start;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Infrastructure;
using LeerkringBot.Infrastructure.Gatherings;
using LeerkringBot.Infrastructure.Registrations;

namespace LeerkringBot.Bot.Registrations;

public static class RegistrationRegistration
{
    public static IServiceCollection AddGatheringsAndRegistrations(this IServiceCollection services) => services
        .AddSingleton<IGatheringStore, GatheringStore>()
        .AddSingleton<IGatherings>(provider => provider.GetRequiredService<IGatheringStore>())
        .AddSingleton<RegistrationStore>()
        .AddSingleton<IRegistrationStore>(provider => provider.GetRequiredService<RegistrationStore>())
        .AddSingleton<IGatheringSheets>(provider => provider.GetRequiredService<RegistrationStore>())
        .AddSingleton<AnswerInvitation>()
        .AddSingleton<ReviseGathering>()
        .AddSingleton<Invitations>()
        .AddSingleton<IWorkHandler, OfferPlaces>()
        .AddSingleton<IWorkHandler, RegistrationNotices>()
        .AddComposable<InvitationContent>()
        .AddSingleton<IPersonalContent, PromotedContent>()
        .AddSingleton<IPersonalContent, OfferedContent>()
        .AddToOverview<RegistrationOverview>()
        .AddFeature<RegistrationFeature>()
        .AddSingleton<IStartSection>(provider => provider.GetRequiredService<RegistrationFeature>());
}
