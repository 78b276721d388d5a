using LeerkringBot.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace LeerkringBot.Infrastructure.Work;

internal static class WorkRegistration
{
    /// <summary>Needs <see cref="IQueue"/> and the tables.</summary>
    public static IServiceCollection AddWork(this IServiceCollection services)
    {
        services.AddSingleton<WorkSignal>();
        services.AddSingleton<IWorkQueue, WorkQueue>();
        services.AddSingleton<WorkDispatcher>();
        services.AddSingleton<FailedWork>();
        services.AddSingleton<DueScheduler>();
        services.AddHostedService(provider => provider.GetRequiredService<DueScheduler>());
        services.AddHostedService<WorkLoop>();
        services.AddSingleton<IPersonalData, PersonalWork>();
        services.AddSingleton<OutboxRelay>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxRelay>());
        return services;
    }
}
