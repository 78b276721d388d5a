using LeerkringBot.Domain;

namespace LeerkringBot.Infrastructure.Storage;

/// <summary>Exactly what Table Storage can do, no more. Every backend passes the same contract suite.</summary>
/// <remarks>Faults of the backend are thrown as <see cref="StorageFaultException"/>; a breach of the limits of <see cref="Row"/> as <see cref="ArgumentException"/>, before anything is sent.</remarks>
public interface ITable
{
    Task<Row?> Get(string partitionKey, string rowKey, CancellationToken cancellationToken);

    /// <summary>The rows of a partition with <paramref name="from"/> ≤ RowKey &lt; <paramref name="before"/>, in ordinal order of RowKey.</summary>
    /// <param name="partitionKey">One partition.</param>
    /// <param name="from">Inclusive.</param>
    /// <param name="before">Exclusive.</param>
    /// <param name="select">The values to fetch; empty means all. Keys and ETag always come along.</param>
    /// <param name="cancellationToken">Cancels between pages.</param>
    IAsyncEnumerable<Row> Query(string partitionKey, string from, string before, IReadOnlyList<string> select, CancellationToken cancellationToken);

    /// <summary>Every row of every partition, each once, in no promised order; rows that come or go meanwhile may be among them. For work that nobody waits for.</summary>
    IAsyncEnumerable<Row> All(CancellationToken cancellationToken);

    /// <summary>All of it or nothing: 1 to 100 changes of different rows in one partition.</summary>
    /// <returns>False where a row existed, was gone or had another version: then nothing is written. After a fault in between, a batch of the caller's own may be what it conflicts with: read again before deciding.</returns>
    Task<bool> Write(IReadOnlyList<RowChange> batch, CancellationToken cancellationToken);
}
