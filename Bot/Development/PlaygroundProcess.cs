using System.ComponentModel;
using System.Diagnostics;

namespace LeerkringBot.Bot.Development;

/// <summary>A running Playground; it ends when this is disposed, or when this program ends in whatever way.</summary>
public sealed class PlaygroundProcess : IDisposable
{
    private readonly Process process;
    private readonly PlaygroundSetup setup;

    private PlaygroundProcess(Process process, PlaygroundSetup setup)
    {
        (this.process, this.setup) = (process, setup);
        process.OutputDataReceived += (_, line) => LastLine = line.Data ?? LastLine;
        process.ErrorDataReceived += (_, line) => LastLine = line.Data ?? LastLine;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string LastLine { get; private set; } = "";

    /// <returns>Null when the program is not on this machine.</returns>
    public static PlaygroundProcess? Start(PlaygroundSetup setup)
    {
        PlaygroundFiles.Write(setup);
        var port = setup.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo(
            setup.Program,
            [.. setup.Arguments, "start", "-e", setup.Messages.ToString(), "-c", "msteams", "-p", port, "--su", $"{setup.Page}_connector", "--dt"])
        {
            WorkingDirectory = setup.Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        start.Environment["SEND_INSTALLATION_ACTIVITY"] = "true";
        start.Environment["TZ"] = "Europe/Amsterdam";
        start.Environment["LEERKRING_STARTED_BY"] = Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["NODE_OPTIONS"] = $"--require \"{Path.GetFullPath(Path.Join(setup.Folder, PlaygroundFiles.Preload)).Replace('\\', '/')}\"";
        try
        {
            return new(Process.Start(start)!, setup);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <returns>False when it ended instead.</returns>
    public async Task<bool> Ready(CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        while (!process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(setup.Page, cancellationToken);
                if (answer.IsSuccessStatusCode) return true;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
        }

        return false;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
