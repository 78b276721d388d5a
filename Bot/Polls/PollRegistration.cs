using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Files;
using LeerkringBot.Bot.Overview;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Bot.Start;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Infrastructure.Polls;

namespace LeerkringBot.Bot.Polls;

public static class PollRegistration
{
    public static IServiceCollection AddPolls(this IServiceCollection services)
    {
        foreach (var part in Enum.GetValues<SilentPart>())
            services.AddSingleton<IAudience>(provider => ActivatorUtilities.CreateInstance<SilentAudience>(provider, part));

        return services
            .AddSingleton<IPollStore, PollStore>()
            .AddSingleton<IPollDraftStore, PollDraftStore>()
            .AddSingleton<AnswerPoll>()
            .AddSingleton<AuthorPoll>()
            .AddSingleton<ChooseHost>()
            .AddSingleton<HostChosen>()
            .AddSingleton<IWorkHandler>(provider => provider.GetRequiredService<HostChosen>())
            .AddSingleton<IPersonalContent, HostChosenContent>()
            .AddSingleton<IWorkHandler, PollNotices>()
            .AddSingleton<IPersonalContent, ChangedAnswerContent>()
            .AddSingleton<PollCards>()
            .AddSingleton<SilentMembers>()
            .AddSingleton<Spokespeople>()
            .AddSingleton<OfferedPeople>()
            .AddSingleton<IPersonalData, PollPersonalData>()
            .AddComposable<PollContent>()
            .AddToOverview<PollOverview>()
            .AddFeature<PollFeature>()
            .AddFeature<PollAuthoringFeature>()
            .AddFeature<OnBehalfFeature>()
            .AddFeature<HostFeature>()
            .AddFeature<DatesFeature>()
            .AddFileKind<PollExport>()
            .AddSingleton<IStartSection>(provider => provider.GetRequiredService<PollFeature>());
    }
}
