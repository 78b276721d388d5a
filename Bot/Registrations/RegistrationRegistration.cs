using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Files;
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
    public static IServiceCollection AddGatheringsAndRegistrations(this IServiceCollection services)
    {
        foreach (var kind in Enum.GetValues<RegistrationNoticeKind>())
            services.AddSingleton<IPersonalContent>(provider => ActivatorUtilities.CreateInstance<NoticeContent>(provider, kind));

        return services
            .AddSingleton<IGatheringStore, GatheringStore>()
            .AddSingleton<IGatherings>(provider => provider.GetRequiredService<IGatheringStore>())
            .AddSingleton<RegistrationStore>()
            .AddSingleton<IRegistrationStore>(provider => provider.GetRequiredService<RegistrationStore>())
            .AddSingleton<IGatheringSheets>(provider => provider.GetRequiredService<RegistrationStore>())
            .AddSingleton<ReviseGathering>()
            .AddSingleton<AnswerInvitation>()
            .AddSingleton<BringColleagues>()
            .AddSingleton<DecideRequests>()
            .AddSingleton<MoveRegistration>()
            .AddSingleton<NoteAttendance>()
            .AddSingleton<TakeOnCatering>()
            .AddSingleton<Invitations>()
            .AddSingleton<GuestMails>()
            .AddSingleton<Participants>()
            .AddSingleton<RegistrationNotices>()
            .AddSingleton<IWorkHandler>(provider => provider.GetRequiredService<RegistrationNotices>())
            .AddSingleton<IWorkHandler, OfferPlaces>()
            .AddSingleton<IWorkHandler, DeleteWishes>()
            .AddSingleton<IWorkHandler, TellRegistered>()
            .AddSingleton<IAffiliationChanged, KeepAffiliation>()
            .AddSingleton<IPersonalData, RegistrationPersonalData>()
            .AddSingleton<IPersonalContent, RevisionContent>()
            .AddSingleton<IAudience, RegisteredAudience>()
            .AddSingleton<IAudience>(provider => ActivatorUtilities.CreateInstance<UnansweredAudience>(provider, TimeSpan.Zero))
            .AddComposable<InvitationContent>()
            .AddToOverview<RegistrationOverview>()
            .AddFeature<RegistrationFeature>()
            .AddFeature<ColleagueFeature>()
            .AddFeature<OtherDatesFeature>()
            .AddFeature<AttendanceFeature>()
            .AddFeature<RequestFeature>()
            .AddFeature<CateringFeature>()
            .AddFeature<ExportFeature>()
            .AddFileKind<RegistrationExport>()
            .AddSingleton<IStartSection>(provider => provider.GetRequiredService<RegistrationFeature>());
    }
}
