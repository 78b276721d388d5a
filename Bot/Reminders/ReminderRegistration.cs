using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Polls;
using LeerkringBot.Bot.Registrations;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Reminders;
using LeerkringBot.Infrastructure.Reminders;

namespace LeerkringBot.Bot.Reminders;

public static class ReminderRegistration
{
    public static IServiceCollection AddReminders(this IServiceCollection services) => services
        .AddSingleton<IReminderSettingsStore, ReminderSettingsStore>()
        .AddSingleton<IMutedAddresses, MutedAddressStore>()
        .AddSingleton<MutedGuests>()
        .AddSingleton<IMailEnding, MuteLink>()
        .AddSingleton<IPersonalData, MutedAddressPersonalData>()
        .AddSingleton<ReminderPlans>()
        .AddSingleton<ReminderSweep>()
        .AddHostedService(provider => provider.GetRequiredService<ReminderSweep>())
        .AddAudience(provider => ActivatorUtilities.CreateInstance<UnansweredAudience>(provider, ReminderPlan.Patience))
        .AddAudience(provider => ActivatorUtilities.CreateInstance<RegisteredAudience>(provider))
        .AddAudience(provider => ActivatorUtilities.CreateInstance<SilentAudience>(provider, SilentPart.Everybody))
        .AddAudience(provider => ActivatorUtilities.CreateInstance<SilentAudience>(provider, SilentPart.Contacts))
        .AddAudience(provider => ActivatorUtilities.CreateInstance<SilentAudience>(provider, SilentPart.Colleagues))
        .AddAudience(provider => ActivatorUtilities.CreateInstance<AnsweredAudience>(provider))
        .AddContent<DeadlineReminder>(ReminderKind.Deadline)
        .AddContent<DeadlineReminder>(ReminderKind.LastCall)
        .AddSingleton<IPersonalContent, EveReminder>()
        .AddSingleton<IPersonalContent, ThanksReminder>()
        .AddContent<PollReminder>(ReminderKind.Poll)
        .AddContent<PollReminder>(ReminderKind.PollColleagues)
        .AddSingleton<IPersonalContent, PollResultReminder>()
        .AddSingleton<IContentTitle, ReminderTitles>()
        .AddComposable<SilentReminder>()
        .AddSingleton<PollReach>()
        .AddFeature<SilentFeature>()
        .AddFeature<MuteFeature>()
        .AddFeature<ReminderSettingsFeature>();

    private static IServiceCollection AddAudience(this IServiceCollection services, Func<IServiceProvider, IAudience> inner) =>
        services.AddSingleton<IAudience>(provider => ActivatorUtilities.CreateInstance<ReminderAudience>(provider, inner(provider)));

    private static IServiceCollection AddContent<TContent>(this IServiceCollection services, ReminderKind kind)
        where TContent : IPersonalContent =>
        services.AddSingleton<IPersonalContent>(provider => ActivatorUtilities.CreateInstance<TContent>(provider, kind));
}
