using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Import;

/// <summary>At start: the network file goes into an empty store.</summary>
public sealed class NetworkLoader(NetworkFile? file, INetwork network, NetworkImport import, ILogger<NetworkLoader> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (file is null || (await network.Current(cancellationToken)).Name.Length > 0) return;
        foreach (var line in await import.Store(file, cancellationToken)) logger.LogInformation("Loaded {Line}", line);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
