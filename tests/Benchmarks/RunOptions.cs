namespace LeerkringBot.Benchmarks;

/// <param name="Backends">Of "sqlite", "stub" and "azurite".</param>
/// <param name="WarmUp">Of each server and kind of click, in seconds.</param>
/// <param name="Slices">How often each server has its turn.</param>
/// <param name="SliceSeconds">How long a turn is.</param>
/// <param name="Modules">A node_modules folder with azurite.</param>
internal sealed record RunOptions(IReadOnlyList<string> Backends, double WarmUp, int Slices, double SliceSeconds, string Modules)
{
    private const string Usage = "usage: Benchmarks [--quick] [--warm-up seconds] [--backends sqlite,stub,azurite] [--modules path/to/node_modules]";

    /// <returns>Null after saying what is wrong.</returns>
    public static RunOptions? Read(string[] args)
    {
        var options = new RunOptions(["sqlite", "stub", "azurite"], 30, 3, 3, Repository.Path("tests", "EndToEnd", "node_modules"));
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--quick": options = options with { WarmUp = 6, Slices = 2, SliceSeconds = 2 }; break;
                case "--warm-up" when i + 1 < args.Length && double.TryParse(args[i + 1], System.Globalization.CultureInfo.InvariantCulture, out var seconds):
                    options = options with { WarmUp = seconds };
                    i++;
                    break;
                case "--backends" when i + 1 < args.Length: options = options with { Backends = args[++i].Split(',') }; break;
                case "--modules" when i + 1 < args.Length: options = options with { Modules = args[++i] }; break;
                default:
                    Console.Error.WriteLine(Usage);
                    return null;
            }
        }

        return options;
    }
}
