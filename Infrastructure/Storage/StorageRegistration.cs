using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Work;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace LeerkringBot.Infrastructure.Storage;

public static class StorageRegistration
{
    /// <summary>Tables, queue and work, on the backend that the settings mean.</summary>
    /// <exception cref="ConfigurationFaultException">See <see cref="StorageOptions.Read"/>.</exception>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration, bool isDevelopment, string contentRoot)
    {
        services.TryAddSingleton(TimeProvider.System);
        switch (StorageOptions.Read(configuration, isDevelopment, contentRoot))
        {
            case StorageBackend.Sqlite sqlite:
                services.AddSingleton(_ => sqlite.Path == StorageOptions.InMemory ? SqliteDatabase.Memory() : SqliteDatabase.File(sqlite.Path));
                services.AddSingleton<ITables, SqliteTables>();
                services.AddSingleton<IQueue, SqliteQueue>();
                break;
            case var azure:
                services.TryAddSingleton(_ => AzureClients.Tables(azure));
                services.TryAddSingleton(_ => AzureClients.Queues(azure));
                services.AddSingleton<ITables, AzureTables>();
                services.AddSingleton<IQueue, AzureQueue>();
                break;
        }

        services.Insert(0, ServiceDescriptor.Singleton<IHostedService, StorageCreation>());
        return services.AddWork();
    }
}
