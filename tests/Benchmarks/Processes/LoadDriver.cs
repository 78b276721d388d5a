using System.Diagnostics;
using System.Text.Json;
using LeerkringBot.Benchmarks.Load;

namespace LeerkringBot.Benchmarks.Processes;

/// <summary>The load in its own process.</summary>
internal sealed class LoadDriver : IDisposable
{
    private readonly Process process;

    public LoadDriver()
    {
        var start = ServerProcess.Self("load");
        (start.UseShellExecute, start.RedirectStandardInput, start.RedirectStandardOutput) = (false, true, true);
        // The load must not compete with what it measures by threads of its own collector.
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        process = Process.Start(start)!;
    }

    /// <exception cref="InvalidDataException">More than one answer in twenty was not the card that the click asks for: "try again" is an answer too, where storage is overrun.</exception>
    public async Task<SliceResult> Run(SliceRequest slice)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(slice, LoadJson.Default.SliceRequest));
        await process.StandardInput.FlushAsync();
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The load ended.");
        var result = JsonSerializer.Deserialize(line, LoadJson.Default.SliceResult)!;
        return result.Wrong * 20 <= result.Clicks ? result : throw new InvalidDataException($"{result.Wrong} of {result.Clicks} answers to {slice.Kind} on port {slice.Port} were wrong.");
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
