using System.Globalization;
using System.Text.Json;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Work;

/// <summary>What is due within the hour goes to the queue, the rest waits in the <c>Due</c> table.</summary>
public sealed class WorkQueue(IQueue queue, ITables tables, TimeProvider clock, WorkSignal signal) : IWorkQueue
{
    public static readonly TimeSpan LongestInQueue = TimeSpan.FromHours(1);

    public async Task Enqueue(WorkItem item, DateTimeOffset? notBefore, CancellationToken cancellationToken)
    {
        Check(item);
        var wait = notBefore is { } moment ? moment - clock.GetUtcNow() : TimeSpan.Zero;
        if (wait > LongestInQueue)
        {
            // A row that exists is this item at this moment already.
            await tables[TableNames.Due].Write([new RowChange.Insert(DueRow(item, notBefore!.Value))], cancellationToken);
            return;
        }

        await queue.Send(JsonSerializer.Serialize(item, WorkJson.Default.WorkItem), wait > TimeSpan.Zero ? wait : TimeSpan.Zero, cancellationToken);
        if (wait <= TimeSpan.Zero) signal.Raise();
    }

    /// <summary>The partition of a moment's UTC hour, for example 2020020413.</summary>
    internal static string DueHour(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);

    /// <summary>What the keys of moments before <paramref name="moment"/> sort before.</summary>
    internal static string DueBound(DateTimeOffset moment) => moment.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    private static Row DueRow(WorkItem item, DateTimeOffset moment)
    {
        var key = Key.Hash($"{item.Kind}\n{item.Subject}", 32);
        return Row.Of(DueHour(moment), $"{DueBound(moment)}|{key}", (nameof(WorkItem.Kind), item.Kind), (nameof(WorkItem.Subject), item.Subject), ("At", moment));
    }

    private static void Check(WorkItem item)
    {
        if (item.Kind.Length is 0 or > 100) throw new ArgumentException("A work item's kind has 1 to 100 characters.", nameof(item));
        if (item.Subject.Length > 1_000) throw new ArgumentException("A work item's subject has at most 1,000 characters.", nameof(item));
    }
}
