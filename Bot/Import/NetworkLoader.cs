using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Networks;

namespace LeerkringBot.Bot.Import;

/// <summary>At start: the network file goes into an empty store, and the organisers of the settings become organisers.</summary>
public sealed class NetworkLoader(NetworkFile? file, IReadOnlyList<string> configuredOrganisers, INetwork network, NetworkImport import, OrganiserStore organisers, ILogger<NetworkLoader> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var organiser in configuredOrganisers) await organisers.Add(organiser, cancellationToken);
        if (file is null || (await network.Current(cancellationToken)).Name.Length > 0) return;
        foreach (var line in await import.Store(file, cancellationToken)) logger.LogInformation("Loaded {Line}", line);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
