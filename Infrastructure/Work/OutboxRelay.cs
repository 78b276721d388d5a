using System.Globalization;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeerkringBot.Infrastructure.Work;

/// <summary>Brings work from the rows "o|…", which stand in the batch of the change that caused it, to the queue. A sweep every minute finds what a lost hint or a crash left behind at what is current; at the start and once a day everything is looked at, so that nothing is forgotten for ever however long the program was down.</summary>
public sealed class OutboxRelay(ITables tables, IWorkQueue queue, TimeProvider clock, ILogger<OutboxRelay> logger) : BackgroundService
{
    private const string NotBefore = nameof(NotBefore);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SweepBack = TimeSpan.FromDays(2);
    private static readonly TimeSpan SweepAllEvery = TimeSpan.FromDays(1);
    private readonly System.Threading.Channels.Channel<(string Table, string Partition)> hints = System.Threading.Channels.Channel.CreateUnbounded<(string, string)>(new() { SingleReader = true });

    /// <summary>The row that makes an item certain.</summary>
    public static RowChange Row(string partitionKey, WorkItem item, DateTimeOffset? notBefore = null) =>
        new RowChange.Insert(Storage.Row.Of(
            partitionKey,
            $"o|{Key.New()}",
            (nameof(WorkItem.Kind), item.Kind),
            (nameof(WorkItem.Subject), item.Subject),
            (NotBefore, notBefore)));

    /// <summary>Says that a partition has such rows now.</summary>
    public void Hint(string table, string partitionKey) => hints.Writer.TryWrite((table, partitionKey));

    /// <summary>Moves every item of a partition to the queue. An item may get there twice, never less than once.</summary>
    public async Task Relay(string tableName, string partitionKey, CancellationToken cancellationToken)
    {
        var table = tables[tableName];
        await foreach (var row in table.Begins(partitionKey, "o|", cancellationToken))
        {
            await queue.Enqueue(new(row.Text(nameof(WorkItem.Kind))!, row.Text(nameof(WorkItem.Subject))!), row.Moment(NotBefore), cancellationToken);
            await table.Write([new RowChange.Delete(row)], cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(SweepEvery, clock);
        await Task.WhenAll(FollowHints(stoppingToken), Sweep(timer, stoppingToken));
    }

    private async Task FollowHints(CancellationToken stoppingToken)
    {
        await foreach (var (table, partition) in hints.Reader.ReadAllAsync(stoppingToken))
            await Try(() => Relay(table, partition, stoppingToken), stoppingToken);
    }

    private async Task Sweep(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        long? sweptAll = null;
        do
        {
            await Try(() => Sweep(clock.GetUtcNow() - SweepBack, stoppingToken), stoppingToken);
            if (sweptAll is { } before && clock.GetElapsedTime(before) < SweepAllEvery) continue;
            sweptAll = await Try(() => Sweep(DateTimeOffset.MinValue, stoppingToken), stoppingToken) ? clock.GetTimestamp() : null;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <param name="since">Of gatherings and polls that end, and broadcasts that are sent, then or later.</param>
    /// <param name="cancellationToken">Ends it.</param>
    private async Task Sweep(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var from = since.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);
        var index = tables[TableNames.Index];
        var series = new HashSet<string>();
        await foreach (var row in index.Query(Partition.Network, $"gathering|{from}", "gathering|~", [], cancellationToken))
            series.Add(GatheringId.Parse(row.RowKey.Split('|')[2]).Series);
        foreach (var one in series) await Relay(TableNames.Gatherings, one, cancellationToken);
        await foreach (var row in index.Query(Partition.Network, $"poll|{from}", "poll|~", [], cancellationToken))
            await Relay(TableNames.Polls, row.RowKey.Split('|')[2], cancellationToken);
        await foreach (var row in index.Query(Partition.Network, $"broadcast|{from}", "broadcast|~", [], cancellationToken))
            await Relay(TableNames.Deliveries, row.RowKey.Split('|')[2], cancellationToken);
        await Relay(TableNames.Ideas, Partition.Network, cancellationToken);
    }

    /// <returns>False where it failed.</returns>
    private async Task<bool> Try(Func<Task> step, CancellationToken stoppingToken)
    {
        try
        {
            await step();
            return true;
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogWarning(fault, "The outbox could not be read; the next sweep tries again");
            return false;
        }
    }
}
