using System.Diagnostics;
using LeerkringBot.Benchmarks.Bare;
using LeerkringBot.Benchmarks.Load;
using LeerkringBot.Benchmarks.Processes;

namespace LeerkringBot.Benchmarks;

/// <summary>How long the bot takes from its start to its first answer, and what it holds of memory after 100,000 clicks.</summary>
internal static class Lifetime
{
    private const int Starts = 5;
    private const int Presses = 100_000;

    public static async Task Measure(RunOptions options, string folder, CancellationToken cancellationToken)
    {
        foreach (var name in options.Backends)
        {
            await using var backend = await Backend.Start(name, options, Directory.CreateDirectory(Path.Join(folder, name)).FullName, cancellationToken);
            var store = backend.StoreOf(Backend.Ours);
            await store.Fill(cancellationToken);

            var starts = new List<TimeSpan>();
            for (var i = 0; i < Starts; i++) starts.Add(await FirstAnswer(store, cancellationToken));
            starts.Sort();
            Report.Line($"{name}: from start to first answer {starts[Starts / 2].TotalMilliseconds:0} ms (median of {Starts}; {starts[0].TotalMilliseconds:0} to {starts[^1].TotalMilliseconds:0})");

            await using var bot = await ServerProcess.Bot(FreePort.Next(), [store.Setting]).Listening(cancellationToken);
            var server = new Server("ours", bot, _ => ServerProcess.Messages, null);
            using var load = new LoadDriver();
            var seen = await load.Run(server.Slice(ClickKind.Poll, 100, 0, Presses / 2)) + await load.Run(server.Slice(ClickKind.Registration, 100, 0, Presses / 2));
            Report.Line($"{name}: working set {bot.WorkingSet:0} MB after {seen.Clicks} clicks");
        }
    }

    private static async Task<TimeSpan> FirstAnswer(Store store, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        await using var bot = await ServerProcess.Bot(FreePort.Next(), [store.Setting]).Listening(cancellationToken);
        await Answers.Post(bot.Port, Load.Clicks.First(ClickKind.Poll).Bodies[0], cancellationToken);
        return Stopwatch.GetElapsedTime(begun);
    }
}
