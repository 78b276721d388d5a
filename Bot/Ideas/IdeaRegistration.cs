using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Files;
using LeerkringBot.Bot.Reminders;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;
using LeerkringBot.Infrastructure.Ideas;

namespace LeerkringBot.Bot.Ideas;

public static class IdeaRegistration
{
    public static IServiceCollection AddIdeas(this IServiceCollection services) => services
        .AddSingleton<IIdeaStore, IdeaStore>()
        .AddSingleton<ISubjects, Subjects>()
        .AddSingleton<NoteIdea>()
        .AddSingleton<OwnIdea>()
        .AddSingleton<SupportIdea>()
        .AddSingleton<FollowUpIdea>()
        .AddSingleton<FindIdeas>()
        .AddSingleton<IdeaDoors>()
        .AddHostedService(provider => provider.GetRequiredService<IdeaDoors>())
        .AddSingleton<IdeaCards>()
        .AddFeature<IdeaFeature>()
        .AddFeature<IdeaFollowUpFeature>()
        .AddSingleton<IFileKind, IdeaExport>()
        .AddSingleton<IdeaNews>()
        .AddSingleton<IWorkHandler>(provider => provider.GetRequiredService<IdeaNews>())
        .AddSingleton<IPersonalContent>(provider => provider.GetRequiredService<IdeaNews>())
        .AddComposable<IdeaDigest>()
        .AddSingleton<IAudience>(provider => ActivatorUtilities.CreateInstance<ReminderAudience>(provider, (IAudience)ActivatorUtilities.CreateInstance<EverybodyAudience>(provider)))
        .AddSingleton<IdeaDigestSweep>()
        .AddHostedService(provider => provider.GetRequiredService<IdeaDigestSweep>())
        .AddSingleton<IPersonalData, IdeaPersonalData>();
}
