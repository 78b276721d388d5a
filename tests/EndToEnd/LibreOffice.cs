using System.ComponentModel;
using System.Diagnostics;

namespace LeerkringBot.EndToEnd;

/// <summary>The machine's LibreOffice, without a window.</summary>
internal static class LibreOffice
{
    // UTF-8, commas, every text quoted; formulas as what they come to; -1: every sheet in a file of its own.
    private const string Csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,true,true,false,false,false,-1";

    /// <summary>Opens a workbook and saves each sheet as CSV. Skips the test, or fails it under CI=true, where LibreOffice is missing.</summary>
    /// <returns>By the name of the sheet.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> ToCsv(byte[] workbook, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("workbook");
        try
        {
            var file = Path.Join(folder.FullName, "book.xlsx");
            await File.WriteAllBytesAsync(file, workbook, cancellationToken);
            await Run(["--headless", $"-env:UserInstallation={new Uri(Path.Join(folder.FullName, "profile"))}", "--convert-to", Csv, "--outdir", folder.FullName, file], cancellationToken);
            return folder.GetFiles("book-*.csv").ToDictionary(sheet => sheet.Name["book-".Length..^".csv".Length], sheet => File.ReadAllText(sheet.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Run(string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Begin(arguments);
        Needs.That(process is not null, "LibreOffice (soffice) is not on the path: install libreoffice-calc-nogui.");
        var (output, errors) = (process!.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0) throw new InvalidOperationException($"soffice ended with {process.ExitCode}: {await output}{await errors}");
    }

    private static Process? Begin(string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("soffice", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
