using System.Globalization;
using System.Net.Http.Json;
using LeerkringBot.Benchmarks.Processes;
using LeerkringBot.Connector;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Benchmarks;

/// <summary>A broadcast from the bot, on a SQLite file, to a connector in a process of its own that keeps Teams' limits: how near it comes to the pace that Teams allows, and what that costs.</summary>
internal static class Broadcasting
{
    private const string Id = "rondsturen";
    private const int TeamsPace = 50;

    /// <summary>More than any machine does: then only the bot's own work is left to measure.</summary>
    private const int NoPace = 1_000_000;

    private static readonly TimeSpan SampleEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task Run(bool quick, CancellationToken cancellationToken)
    {
        Report.Line("| recipients | paced | requests/s | of the pace | deliveries/s | refused (429) | peak working set MB | before the first message MB |");
        Report.Line("|---|---|---|---|---|---|---|---|");
        await Measure(1_000, TeamsPace, cancellationToken);
        if (!quick) await Measure(10_000, TeamsPace, cancellationToken);
        await Measure(quick ? 1_000 : 10_000, NoPace, cancellationToken);
    }

    private static async Task Measure(int people, int pace, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("leerkring-broadcast-").FullName;
        try
        {
            await using var connector = await ServerProcess.Connector(FreePort.Next(), pace == TeamsPace).Listening(cancellationToken);
            var store = Store.Sqlite(Path.Join(folder, "leerkring.db"));
            var tables = store.Open();
            await new Crowd(people, $"http://127.0.0.1:{connector.Port}/").Fill(tables, cancellationToken);
            var broadcasts = await Crowd.Begin(Id, tables, cancellationToken);

            await using var bot = await ServerProcess.Bot(FreePort.Next(), [store.Setting, ("Sending__PerSecond", $"{pace}")]).Listening(cancellationToken);
            var before = bot.PeakWorkingSet;
            var samples = await Watch(connector.Port, people, cancellationToken);
            while (await broadcasts.Deliveries(Id, cancellationToken).AnyAsync(delivery => delivery.IsOpen, cancellationToken)) await Task.Delay(SampleEvery, cancellationToken);
            Tell(people, pace, samples, bot.PeakWorkingSet, before);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What the connector counted, until everybody has a message.</summary>
    private static async Task<IReadOnlyList<ConnectorCounts>> Watch(int port, int people, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        var samples = new List<ConnectorCounts>();
        var progress = 0d;
        do
        {
            await Task.Delay(SampleEvery, cancellationToken);
            samples.Add((await client.GetFromJsonAsync<ConnectorCounts>($"http://127.0.0.1:{port}{PacedConnector.CountsPath}", cancellationToken))!);
            if (samples.Count < 2 || samples[^1].Requests > samples[^2].Requests) progress = samples[^1].At;
            if (samples[^1].At - progress > Patience.TotalSeconds) throw new TimeoutException($"Nothing comes any more: {samples[^1]}.");
        }
        while (samples[^1].Reached < people);
        return samples[^1].Messages == people ? samples : throw new InvalidDataException($"Somebody got two messages: {samples[^1]}.");
    }

    private static void Tell(int people, int pace, IReadOnlyList<ConnectorCounts> samples, double peak, double before)
    {
        // Between the 5 % and the 95 % mark: starting and the last stragglers are not the pace.
        var all = samples[^1];
        var (from, to) = (samples.First(sample => sample.Requests >= 0.05 * all.Requests), samples.Last(sample => sample.Requests <= 0.95 * all.Requests));
        var (requests, deliveries) = ((to.Requests - from.Requests) / (to.At - from.At), (to.Messages - from.Messages) / (to.At - from.At));
        var share = pace == TeamsPace ? (requests / pace).ToString("0.0 %", CultureInfo.InvariantCulture) : "";
        Report.Line(string.Create(CultureInfo.InvariantCulture, $"| {people} | {(pace == TeamsPace ? "yes" : "no")} | {requests:0.0} | {share} | {deliveries:0.0} | {all.Refused} | {peak:0} | {before:0} |"));
    }
}
