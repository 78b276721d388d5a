using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Bot.Import;

/// <summary><c>dotnet run --project Bot -- import network.json</c>.</summary>
public static class ImportCommand
{
    /// <returns>The exit code: 0, or 1 with every mistake on the error output.</returns>
    public static async Task<int> Run(WebApplication app, string path, CancellationToken cancellationToken)
    {
        try
        {
            var json = await File.ReadAllTextAsync(path, cancellationToken);
            var file = NetworkFile.Read(json, DutchTime.DayOf(app.Services.GetRequiredService<TimeProvider>().GetUtcNow()));
            await app.Services.GetRequiredService<ITables>().Create(cancellationToken);
            foreach (var line in await app.Services.GetRequiredService<NetworkImport>().Store(file, cancellationToken)) Console.WriteLine(line);
            return 0;
        }
        catch (NetworkFileException wrong)
        {
            await Console.Error.WriteLineAsync($"{path} has {wrong.Mistakes.Count} mistakes; nothing was stored.{Environment.NewLine}{wrong.Message}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{path} can't be read: {fault.Message}");
        }
        catch (StorageFaultException fault)
        {
            await Console.Error.WriteLineAsync($"Storage failed: {fault.Message} What was stored stays; run the import again.");
        }

        return 1;
    }
}
