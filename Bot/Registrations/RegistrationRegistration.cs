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
        .AddSingleton<IRegistrationStore, RegistrationStore>()
        .AddSingleton<AnswerInvitation>()
        .AddSingleton<ChangeCapacity>()
        .AddSingleton<Invitations>()
        .AddSingleton<IWorkHandler, OfferPlaces>()
        .AddSingleton<IWorkHandler, RegistrationNotices>()
        .AddComposable<InvitationContent>()
        .AddSingleton<IPersonalContent, PromotedContent>()
        .AddSingleton<IPersonalContent, OfferedContent>()
        .AddSingleton<IGatheringOpening, SheetOpening>()
        .AddToOverview<RegistrationOverview>()
        .AddFeature<RegistrationFeature>()
        .AddSingleton<IStartSection>(provider => provider.GetRequiredService<RegistrationFeature>());
}
