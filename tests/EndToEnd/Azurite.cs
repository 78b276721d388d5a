using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace LeerkringBot.EndToEnd;

/// <summary>Table and queue services of a storage account, emulated in memory on free ports of this machine.</summary>
public sealed class Azurite : IAsyncLifetime
{
    private const string Account = "leerkring";

    private static readonly string Packages = Path.Join(Node.Folder, "node_modules");

    // Nothing else on this machine may write into our tests.
    private readonly string key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
    private readonly int tablePort = FreePort.Next();
    private readonly int queuePort = FreePort.Next();
    private readonly List<Process> processes = [];
    private string? folder;

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={key};TableEndpoint=http://127.0.0.1:{tablePort}/{Account};QueueEndpoint=http://127.0.0.1:{queuePort}/{Account}";

    /// <summary>Null when it runs, else why it does not.</summary>
    public string? Missing { get; private set; }

    /// <summary>Skips the test, or fails it under CI=true, when the emulator does not run.</summary>
    public void Require() => Needs.That(Missing is null, Missing ?? "");

    public async ValueTask InitializeAsync()
    {
        if (!Directory.Exists(Path.Join(Packages, "azurite")))
        {
            Missing = "tests/EndToEnd/node_modules is missing: run 'npm ci' there (Node 20 or newer).";
            return;
        }

        try
        {
            folder = Directory.CreateTempSubdirectory("azurite-").FullName;
            Start("table", tablePort);
            Start("queue", queuePort);
            await Answering(tablePort);
            await Answering(queuePort);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Missing = "Node is not on the path.";
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        if (folder is not null) Directory.Delete(folder, recursive: true);
    }

    private void Start(string service, int port)
    {
        var start = new ProcessStartInfo("node")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true, // "--silent" still prints its greeting
            WorkingDirectory = folder,
            Environment = { ["AZURITE_ACCOUNTS"] = $"{Account}:{key}" },
            ArgumentList =
            {
                Path.Join(Packages, "azurite", "dist", "src", service, "main.js"), $"--{service}Host", "127.0.0.1", $"--{service}Port", $"{port}",
                "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry", "--silent",
            },
        };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        processes.Add(process);
    }

    private async Task Answering(int port)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (tries < 300 && processes.TrueForAll(process => !process.HasExited))
            {
                await Task.Delay(100);
            }
        }
    }
}
