using LeerkringBot.Benchmarks.Processes;

namespace LeerkringBot.Benchmarks;

/// <summary>Everything that docs/performance.md tells.</summary>
internal static class Run
{
    public static async Task All(RunOptions options, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("leerkring-load-").FullName;
        try
        {
            Report.Line($"{Environment.ProcessorCount} cores, {Environment.OSVersion}, .NET {Environment.Version}; warm-up {options.WarmUp} s for each server and click, {options.Slices} turns of {options.SliceSeconds} s each");
            Report.Line("");
            Report.Heading();
            await using var issuer = await Issuer.Start();
            foreach (var backend in options.Backends)
                await Comparison.Run(backend, options, Directory.CreateDirectory(Path.Join(folder, backend)).FullName, issuer, cancellationToken);
            Report.Line("");
            await Lifetime.Measure(options, Path.Join(folder, "lifetime"), cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
