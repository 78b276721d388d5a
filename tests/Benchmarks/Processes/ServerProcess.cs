using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace LeerkringBot.Benchmarks.Processes;

/// <summary>A server on this machine in a process of its own; ended with the comparison.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    public const string Messages = "/api/messages";

    private readonly Process process;

    private ServerProcess(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>In megabytes of a million bytes.</summary>
    public double WorkingSet
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>The most it ever was, in megabytes of a million bytes. Linux only.</summary>
    public double PeakWorkingSet
    {
        get
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
        }
    }

    /// <summary>The bot as it is deployed: its own program, with settings as environment variables.</summary>
    public static ServerProcess Bot(int port, IEnumerable<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo(Path.Join(AppContext.BaseDirectory, "LeerkringBot.Bot"), ["--urls", $"http://127.0.0.1:{port}"]);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Playground__Enabled"] = "false";
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return Start(start, port);
    }

    public static ServerProcess Bare(int port, string answers, Store store) =>
        Start(Self("bare", port.ToString(CultureInfo.InvariantCulture), answers, store.Kind, store.Where), port);

    /// <param name="port">Where it listens.</param>
    /// <param name="isPaced">It keeps Teams' limits, else none.</param>
    public static ServerProcess Connector(int port, bool isPaced) =>
        Start(Self("connector", port.ToString(CultureInfo.InvariantCulture), isPaced ? "paced" : "free"), port);

    public static ServerProcess Stub(int port) => Start(Self("stub", port.ToString(CultureInfo.InvariantCulture)), port);

    /// <summary>Azurite's table or queue service, in memory.</summary>
    public static ServerProcess Azurite(string modules, string service, string accounts, int port)
    {
        var script = Path.Join(modules, "azurite", "dist", "src", service, "main.js");
        if (!File.Exists(script)) throw new FileNotFoundException("Azurite is missing: run 'npm ci' in tests/EndToEnd, or name a node_modules folder with --modules.", script);
        var start = new ProcessStartInfo("node", [script, $"--{service}Host", "127.0.0.1", $"--{service}Port", port.ToString(CultureInfo.InvariantCulture), "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry", "--silent"]);
        start.Environment["AZURITE_ACCOUNTS"] = accounts;
        return Start(start, port);
    }

    public static ProcessStartInfo Self(params IEnumerable<string> arguments) =>
        new(Path.Join(AppContext.BaseDirectory, "LeerkringBot.Benchmarks"), arguments);

    /// <summary>Waits until it listens.</summary>
    public async Task<ServerProcess> Listening(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException($"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} ended with {process.ExitCode}.");
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", Port, cancellationToken);
                return this;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), cancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    // What it prints is thrown away, as it arrives: a full pipe would stop it.
    private static ServerProcess Start(ProcessStartInfo start, int port)
    {
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.WorkingDirectory = AppContext.BaseDirectory;
        var started = new ServerProcess(Process.Start(start)!, port);
        started.process.BeginOutputReadLine();
        return started;
    }
}
