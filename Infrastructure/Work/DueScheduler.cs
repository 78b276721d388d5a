using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeerkringBot.Infrastructure.Work;

/// <summary>Enqueues the rows of the <c>Due</c> table whose time comes, also those of the hours that the program was down. Several instances may do so at once: an item may come twice, never not at all.</summary>
public sealed class DueScheduler(ITables tables, IWorkQueue work, TimeProvider clock, ILogger<DueScheduler> log) : BackgroundService
{
    private const string Cursor = "cursor";
    private const string Hour = "Hour";

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    private readonly ITable due = tables[TableNames.Due];
    private readonly ITable poison = tables[TableNames.Poison];

    /// <summary>Moves what is due before the next look or earlier; the queue holds it until its moment.</summary>
    public async Task Move(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var horizon = now + (2 * Period);
        var cursor = await due.Get(Cursor, Cursor, cancellationToken);
        for (var hour = FirstHour(cursor, now); hour <= horizon; hour = hour.AddHours(1))
            await Move(hour, horizon, cancellationToken);
        await Remember(cursor, horizon, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        do
        {
            try
            {
                await Move(stoppingToken);
            }
            catch (StorageFaultException fault)
            {
                log.LogWarning(fault, "Could not look for what is due; next look in {Period}.", Period);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // Without a cursor nothing was ever due: an hour gets rows only from more than an hour before. A cursor ahead of the clock is of a clock that was set back.
    private static DateTimeOffset FirstHour(Row? cursor, DateTimeOffset now)
    {
        var current = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        return cursor?.Moment(Hour) is { } hour && hour < current ? hour : current;
    }

    private Task Move(DateTimeOffset hour, DateTimeOffset horizon, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        due.Query(WorkQueue.DueHour(hour), "", WorkQueue.DueBound(horizon), [], cancellationToken),
        new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken },
        async (row, token) =>
        {
            if (row.Text(nameof(WorkItem.Kind)) is { } kind && row.Text(nameof(WorkItem.Subject)) is { } subject) await work.Enqueue(new(kind, subject), row.Moment("At"), token);
            else await SetAside(row, token);
            await due.Write([new RowChange.Delete(row)], token);
        });

    private async Task SetAside(Row row, CancellationToken cancellationToken)
    {
        log.LogError("What is due at {RowKey} is no work item and is set aside.", row.RowKey);
        await poison.Write([new RowChange.Insert(row with { PartitionKey = "due", ETag = null })], cancellationToken);
    }

    // Losing to another instance is fine: it moved the same hours.
    private async Task Remember(Row? cursor, DateTimeOffset horizon, CancellationToken cancellationToken)
    {
        var hour = new DateTimeOffset(horizon.Year, horizon.Month, horizon.Day, horizon.Hour, 0, 0, TimeSpan.Zero);
        if (cursor?.Moment(Hour) == hour) return;
        var row = Row.Of(Cursor, Cursor, (Hour, hour));
        await due.Write([RowChange.Put(row, cursor)], cancellationToken);
    }
}
