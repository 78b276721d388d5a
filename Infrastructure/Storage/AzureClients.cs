using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Queues;

namespace LeerkringBot.Infrastructure.Storage;

/// <summary>The clients of a storage account, set up for a bot: short waits, few retries, connections for many clicks at once.</summary>
public static class AzureClients
{
    // One for both clients: they are thread-safe and live as long as the program. Redirects would carry the authorisation elsewhere.
    private static readonly HttpClientTransport Transport = new(new HttpClient(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(2),
        MaxConnectionsPerServer = 512,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    { Timeout = Timeout.InfiniteTimeSpan });

    /// <param name="configure">For a policy in the pipeline, or another transport.</param>
    public static TableServiceClient Tables(StorageBackend backend, Action<TableClientOptions>? configure = null)
    {
        var options = Bounded(new TableClientOptions());
        configure?.Invoke(options);
        return backend switch
        {
            StorageBackend.AzureConnection azure => new(azure.ConnectionString, options),
            StorageBackend.AzureEndpoints azure => new(azure.Table, new DefaultAzureCredential(), options),
            _ => throw new ArgumentOutOfRangeException(nameof(backend)),
        };
    }

    public static QueueServiceClient Queues(StorageBackend backend)
    {
        // Our bodies are JSON: readable in the portal as they are.
        var options = Bounded(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });
        return backend switch
        {
            StorageBackend.AzureConnection azure => new(azure.ConnectionString, options),
            StorageBackend.AzureEndpoints azure => new(azure.Queue, new DefaultAzureCredential(), options),
            _ => throw new ArgumentOutOfRangeException(nameof(backend)),
        };
    }

    private static T Bounded<T>(T options)
        where T : ClientOptions
    {
        options.Transport = Transport;
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 3;
        options.Retry.Delay = TimeSpan.FromMilliseconds(100);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(1);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(2);
        return options;
    }
}
