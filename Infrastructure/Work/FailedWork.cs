using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Work;

/// <summary>Work that was set aside after ten tries, table Poison, partition "work".</summary>
public sealed class FailedWork(ITables tables, IWorkQueue queue)
{
    private const string Work = "work";
    private readonly ITable table = tables[TableNames.Poison];

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<FailedItem>> All(CancellationToken cancellationToken) =>
        [.. (await table.Query(Work, "0", "~", [], cancellationToken).List(cancellationToken)).Select(row =>
            new FailedItem(row.RowKey, row.Text(nameof(WorkItem.Kind)) ?? "", row.Text("Error") ?? "", row.Moment("At") ?? default))];

    /// <summary>Tries all of it again from the beginning. What is no work item stays.</summary>
    public async Task Retry(CancellationToken cancellationToken)
    {
        foreach (var row in await table.Query(Work, "0", "~", [], cancellationToken).List(cancellationToken))
        {
            if (row.Text(nameof(WorkItem.Kind)) is not { } kind || row.Text(nameof(WorkItem.Subject)) is not { } subject) continue;
            // Twice is no harm, not at all would be.
            await queue.Enqueue(new(kind, subject), null, cancellationToken);
            await table.Write([new RowChange.Delete(row)], cancellationToken);
        }
    }
}

/// <param name="Key">Of the row.</param>
/// <param name="Kind">Of the work item; empty where it was none.</param>
/// <param name="Error">The last one.</param>
/// <param name="At">When it was set aside.</param>
public sealed record FailedItem(string Key, string Kind, string Error, DateTimeOffset At);
