using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Storage;

/// <summary>A table whose storage fails when told to: before a write reached it, or after, when only the answer was lost.</summary>
public sealed class FaultyTable(ITable inner) : ITable
{
    /// <summary>Asked before each read.</summary>
    public Func<bool> FailRead { get; set; } = () => false;

    /// <summary>Asked before each write; nothing is written then.</summary>
    public Func<IReadOnlyList<RowChange>, bool> FailBefore { get; set; } = _ => false;

    /// <summary>Asked after each write; what was written stays.</summary>
    public Func<IReadOnlyList<RowChange>, bool> FailAfter { get; set; } = _ => false;

    /// <summary>Writes that came here, those that failed included.</summary>
    public int Writes { get; private set; }

    /// <summary>True the <paramref name="number"/>th time it is asked, counted from 1, and false ever after.</summary>
    public static Func<IReadOnlyList<RowChange>, bool> OnTime(int number)
    {
        var asked = 0;
        return _ => Interlocked.Increment(ref asked) == number;
    }

    public async Task<Row?> Get(string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        if (FailRead()) throw Fault();
        return await inner.Get(partitionKey, rowKey, cancellationToken);
    }

    public async IAsyncEnumerable<Row> Query(string partitionKey, string from, string before, IReadOnlyList<string> select, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (FailRead()) throw Fault();
        await foreach (var row in inner.Query(partitionKey, from, before, select, cancellationToken)) yield return row;
    }

    public async IAsyncEnumerable<Row> All([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (FailRead()) throw Fault();
        await foreach (var row in inner.All(cancellationToken)) yield return row;
    }

    public async Task<bool> Write(IReadOnlyList<RowChange> batch, CancellationToken cancellationToken)
    {
        Writes++;
        if (FailBefore(batch)) throw Fault();
        var written = await inner.Write(batch, cancellationToken);
        return FailAfter(batch) ? throw Fault() : written;
    }

    private static StorageFaultException Fault() => new("Made to fail.");
}
