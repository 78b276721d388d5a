using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using LeerkringBot.Benchmarks.Load;
using LeerkringBot.Benchmarks.Processes;
using LeerkringBot.Bot.Polls;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Connector;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Infrastructure.Broadcasts;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Teams;
using LeerkringBot.Infrastructure.Work;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeerkringBot.Benchmarks;

/// <summary>One poll stands in a channel, and five colleagues of each of 342 municipalities answer it within a minute: what a click costs, and how often the card in the channel is updated.</summary>
/// <remarks>Of five colleagues two say something else than the first, and are asked whether to change it. The clicks come at random moments whether or not the bot keeps up: waiting counts.</remarks>
internal static class LivePoll
{
    private const int AtOnce = 64;
    private static readonly PollId Poll = Population.Poll(0);
    private static readonly ChannelId Channel = new("kanaal");
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The last update comes at most half a minute after the last click.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(35);

    public static async Task Run(bool quick, CancellationToken cancellationToken)
    {
        Report.Line("| storage | clicks | in s | p50 ms | p99 ms | longest ms | storage requests a click | updates of the card |");
        Report.Line("|---|---|---|---|---|---|---|---|");
        foreach (var backend in new[] { "sqlite", "stub" }) await Measure(backend, TimeSpan.FromSeconds(quick ? 10 : 60), cancellationToken);
    }

    private static async Task Measure(string name, TimeSpan period, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("leerkring-live-").FullName;
        try
        {
            await using var connector = await ServerProcess.Connector(FreePort.Next(), isPaced: true).Listening(cancellationToken);
            await using var backend = await Backend.Start(name, RunOptions.Read([])!, folder, cancellationToken);
            var store = backend.StoreOf(Backend.Ours);
            await store.Fill(cancellationToken);
            var tables = store.Open();
            await PutInChannel(tables, $"http://127.0.0.1:{connector.Port}/", cancellationToken);

            await using var bot = await ServerProcess.Bot(FreePort.Next(), [store.Setting]).Listening(cancellationToken);
            using var client = new HttpClient();
            // What stands in the channel is brought up to date at start; then it is as after a quiet day.
            var started = Stopwatch.GetTimestamp();
            while (await Updates() == 0)
            {
                if (Stopwatch.GetElapsedTime(started) > Patience) throw new TimeoutException("The card in the channel is not updated.");
                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            }

            var idle = await Requests();
            await Task.Delay(Idle, cancellationToken);
            var (before, begun) = (await Requests(), Stopwatch.GetTimestamp());
            var latencies = await Press(bot.Port, period, cancellationToken);
            var (after, took) = (await Requests(), Stopwatch.GetElapsedTime(begun));
            await Task.Delay(Afterwards, cancellationToken);
            var updates = await Updates() - 1;

            if (await Answered(tables, cancellationToken) is var answered && answered != Population.Municipalities) throw new InvalidDataException($"{answered} municipalities have an answer.");
            var own = (before - idle) * took / Idle;
            var requests = before is null ? "" : ((after - before - own)!.Value / latencies.Count).ToString("0.0", CultureInfo.InvariantCulture);
            var sorted = latencies.Order().ToList();
            Report.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {sorted.Count} | {took.TotalSeconds:0} | {At(0.5):0.0} | {At(0.99):0.0} | {At(1):0} | {requests} | {updates} |"));

            double At(double part) => sorted[(int)Math.Min(sorted.Count - 1, part * sorted.Count)].TotalMilliseconds;

            async Task<int> Updates() => (await client.GetFromJsonAsync<ConnectorCounts>($"http://127.0.0.1:{connector.Port}{PacedConnector.CountsPath}", cancellationToken))!.Updates;

            async Task<double?> Requests() => backend.Count is { } count ? int.Parse(await client.GetStringAsync(count, cancellationToken), CultureInfo.InvariantCulture) : null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task PutInChannel(ITables tables, string serviceUrl, CancellationToken cancellationToken)
    {
        await new ConversationStore(tables, TimeProvider.System).Store(
            new ChannelConversation(Channel, serviceUrl, Population.Tenant, "28:bot", "19:team@thread.tacv2", "M50", "19:kanaal@thread.tacv2", "Peilingen"),
            cancellationToken);
        var outbox = new OutboxRelay(tables, new NoQueue(), TimeProvider.System, NullLogger<OutboxRelay>.Instance);
        var sent = new Broadcast("sent", PollContent.Of(Poll), new("channel", $"{Channel}"), null, TimeProvider.System.GetUtcNow()) { State = BroadcastState.Done, Recipients = 1 };
        await new BroadcastStore(tables, outbox, new()).Begin(sent, null, cancellationToken);
        await new SharedCardStore(tables).Put(new(sent.Id, sent.Content, new(new Recipient.OfChannel(Channel), "1737279600000"), ""), cancellationToken);
    }

    /// <summary>Everybody once, each at a moment of their own.</summary>
    /// <returns>From the moment that somebody presses until the card is there.</returns>
    private static async Task<IReadOnlyCollection<TimeSpan>> Press(int port, TimeSpan period, CancellationToken cancellationToken)
    {
        var random = new Random(20200204);
        var people = Enumerable.Range(0, Population.Members).ToArray();
        random.Shuffle(people);
        var moments = people.Select(_ => random.NextDouble() * period).Order().ToArray();
        var free = new BlockingCollection<Connection>(new ConcurrentQueue<Connection>());
        for (var i = 0; i < AtOnce; i++) free.Add(await Connection.Open(port), cancellationToken);
        using var room = new SemaphoreSlim(AtOnce);
        var latencies = new ConcurrentBag<TimeSpan>();
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(people.Zip(moments, async (member, moment) =>
        {
            if (moment - Stopwatch.GetElapsedTime(begun) is { Ticks: > 0 } ahead) await Task.Delay(ahead, cancellationToken);
            var pressed = Stopwatch.GetTimestamp();
            await room.WaitAsync(cancellationToken);
            var connection = free.Take(cancellationToken);
            var isOther = member % Population.Colleagues >= 3;
            var body = Clicks.Activity(Clicks.LocalConnector, member, PollCard.Answer.Verb, $$"""{"poll":"{{Poll}}","option":"{{Population.Options[isOther ? 1 : 0]}}"}""");
            var head = Encoding.ASCII.GetBytes($"POST {ServerProcess.Messages} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: {body.Length}\r\n\r\n");
            if (!await connection.Send(head, body, "\"application/vnd.microsoft.card.adaptive\""u8.ToArray())) throw new InvalidDataException($"{member} got no card.");
            latencies.Add(Stopwatch.GetElapsedTime(pressed));
            free.Add(connection, cancellationToken);
            room.Release();
        }));
        foreach (var connection in free) connection.Dispose();
        return latencies;
    }

    private static async Task<int> Answered(ITables tables, CancellationToken cancellationToken) =>
        await tables[TableNames.Polls].Query($"{Poll}", "a|", "a|~", [], cancellationToken).CountAsync(cancellationToken);
}
