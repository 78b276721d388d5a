using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace LeerkringBot.EndToEnd;

/// <summary>Runs the scripts beside the tests with the packages of <c>package-lock.json</c>.</summary>
internal static class Node
{
    public static string Folder { get; } = Repository.Path("tests/EndToEnd");

    /// <summary>Skips the test, or fails it under CI=true, when Node or its packages are not there.</summary>
    public static void Require()
    {
        Needs.That(File.Exists(Path.Join(Folder, "node_modules/.installed")), "tests/EndToEnd/node_modules is missing: run 'npm ci' there (Node 20 or newer).");
        Needs.That(Installed.Value, "Node is not on the path.");
    }

    /// <returns>What the script wrote: a JSON array of texts, or of arrays of texts.</returns>
    public static async Task<T> Run<T>(string script, string input, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        Require();
        var start = new ProcessStartInfo("node", [script, .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0) throw new InvalidOperationException($"node {script} ended with {process.ExitCode}: {await errors}");
        return JsonSerializer.Deserialize<T>(await output)!;
    }

    private static readonly Lazy<bool> Installed = new(() =>
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("node", ["--version"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    });
}
