using System.Globalization;
using LeerkringBot.Benchmarks.Load;

namespace LeerkringBot.Benchmarks;

/// <summary>The tables of docs/performance.md.</summary>
internal static class Report
{
    public static void Heading()
    {
        Console.WriteLine("| storage | click | connections | server | clicks/s | p50 ms | p99 ms | processor µs/click | throughput to bare | p99 to bare | other answers |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
    }

    public static void Rows(string backend, ClickKind kind, int connections, IReadOnlyList<(Server Server, Figures Figures)> rows)
    {
        var bare = rows[^1].Figures;
        foreach (var (server, figures) in rows)
        {
            var ratios = figures == bare ? " | " : Invariant($"{figures.Throughput / bare.Throughput:0.00} | {figures.P99 / bare.P99:0.00}");
            Console.WriteLine(Invariant($"| {backend} | {kind.ToString().ToLowerInvariant()} | {connections} | {server.Name} | {figures.Throughput:0} | {figures.P50.TotalMilliseconds:0.0} | {figures.P99.TotalMilliseconds:0.0} | {figures.ProcessorMicrosecondsPerClick:0} | {ratios} | {figures.Seen.Wrong} |"));
        }
    }

    public static void Line(string text) => Console.WriteLine(text);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
