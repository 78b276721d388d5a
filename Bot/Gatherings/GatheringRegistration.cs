using LeerkringBot.Bot.Routing;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Infrastructure.Gatherings;

namespace LeerkringBot.Bot.Gatherings;

public static class GatheringRegistration
{
    /// <summary>Writing gatherings; what they are stored in comes with the registrations.</summary>
    public static IServiceCollection AddAuthoring(this IServiceCollection services) => services
        .AddSingleton<IDraftStore, DraftStore>()
        .AddSingleton<IPersonalData, DraftPersonalData>()
        .AddSingleton<AuthorGathering>()
        .AddSingleton<ToldPeople>()
        .AddSingleton<GatheringCards>()
        .AddFeature<AuthoringFeature>()
        .AddFeature<ManagementFeature>();
}
