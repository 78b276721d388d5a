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
        .AddSingleton<IdeaCards>()
        .AddFeature<IdeaFeature>()
        .AddSingleton<IPersonalData, IdeaPersonalData>();
}
