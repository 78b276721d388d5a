using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace LeerkringBot.Bot.Development;

/// <summary>Runs Microsoft's Agents Playground beside the bot, as its client. Development only.</summary>
/// <param name="port">Setting <c>Playground:Port</c>.</param>
/// <param name="users">Six; the first acts.</param>
/// <param name="thingsToTry">Printed when the Playground is there.</param>
/// <param name="environment">Where the bot's files stand.</param>
/// <param name="server">Tells where the bot listens.</param>
/// <param name="lifetime">Tells when.</param>
/// <param name="logger">What a developer reads.</param>
public sealed class Playground(
    int port,
    IReadOnlyList<PlaygroundUser> users,
    IReadOnlyList<string> thingsToTry,
    IHostEnvironment environment,
    IServer server,
    IHostApplicationLifetime lifetime,
    ILogger<Playground> logger) : BackgroundService
{
    private static readonly string Npx = OperatingSystem.IsWindows() ? "npx.cmd" : "npx";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await Started(stoppingToken)) return;
        if (IsBusy(port))
        {
            logger.LogWarning("Port {Port} is busy, so the Playground was not started. End what runs there, or set Playground:Port.", port);
            return;
        }

        var setup = new PlaygroundSetup(
            Npx,
            ["--yes", $"{PlaygroundSetup.Package}@{PlaygroundSetup.Version}"],
            Path.Join(environment.ContentRootPath, "App_Data", "playground"),
            port,
            new Uri(new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()), "/api/messages"),
            "oefenen",
            users);
        using var playground = PlaygroundProcess.Start(setup);
        if (playground is null)
        {
            logger.LogWarning("The Playground needs Node 20 or newer (npx was not found). The bot runs without it.");
            return;
        }

        logger.LogInformation("Starting the Agents Playground; the first time npx downloads it.");
        if (!await playground.Ready(stoppingToken))
        {
            logger.LogWarning("The Playground ended: {LastLine}. Its log stands in {Folder}.", playground.LastLine, setup.Folder);
            return;
        }

        logger.LogInformation("Open {Page} and try:{NewLine}{Things}", setup.Page, Environment.NewLine, string.Join(Environment.NewLine, thingsToTry.Select(thing => $"  - {thing}")));
        await Task.Delay(Timeout.Infinite, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static bool IsBusy(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    private async Task<bool> Started(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var onStart = lifetime.ApplicationStarted.Register(started.SetResult);
        await using var onStop = stoppingToken.Register(() => started.TrySetCanceled(stoppingToken));
        await started.Task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return started.Task.IsCompletedSuccessfully;
    }
}
