using System.Collections.Concurrent;
using System.Diagnostics;
using LeerkringBot.Bot.Routing;

namespace LeerkringBot.EndToEnd;

/// <summary>The built bot as a process of its own, in Development, on a free port.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = [];

    private BotProcess(Process process, Uri address)
    {
        (this.process, Address) = (process, address);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public Uri Messages => new(Address, "/api/messages");

    /// <summary>What it printed so far.</summary>
    public string Output => string.Join('\n', output);

    public bool HasEnded => process.HasExited;

    public long WorkingSet
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <param name="settings">As environment variables, for example <c>Storage__SqlitePath</c>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <param name="at">Where one that ended was, so that its clients find this one; or null.</param>
    public static async Task<BotProcess> Start(IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken, Uri? at = null)
    {
        var bot = Launch(settings, at);
        try
        {
            await bot.Ready(cancellationToken);
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    /// <summary>As <see cref="Start"/>, without waiting until it answers.</summary>
    public static BotProcess Launch(IReadOnlyDictionary<string, string> settings, Uri? at = null)
    {
        var address = at ?? new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var assembly = typeof(Router).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", ["exec", assembly, "--urls", address.ToString(), "--contentRoot", Repository.Path("Bot")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Playground__Enabled"] = "false";
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return new(Process.Start(start)!, address);
    }

    /// <summary>SIGKILL: it doesn't finish what it is doing.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <returns>The exit code, once it ended by itself and all that it printed is here.</returns>
    public async Task<int> End(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task Ready(CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException($"The bot ended with {process.ExitCode}:\n{Output}");
            try
            {
                // Whatever it answers: it is there.
                using var answer = await client.GetAsync(Address, cancellationToken);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }

    private void Keep(string? line)
    {
        if (line is not null) output.Enqueue(line);
    }
}
