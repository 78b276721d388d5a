using System.Runtime.CompilerServices;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Speed;

/// <summary>One of the <see cref="StepwiseTables"/>. A page of a query is a request; our pages hold a thousand rows.</summary>
internal sealed class StepwiseTable(StepwiseTables tables, string name, ITable inner) : ITable
{
    public Task<Row?> Get(string partitionKey, string rowKey, CancellationToken cancellationToken) =>
        tables.Ask($"get {name} {rowKey}", () => inner.Get(partitionKey, rowKey, cancellationToken));

    public async IAsyncEnumerable<Row> Query(string partitionKey, string from, string before, IReadOnlyList<string> select, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await tables.Ask($"query {name} {from}", () => inner.Query(partitionKey, from, before, select, cancellationToken).List(cancellationToken)))
            yield return row;
    }

    public async IAsyncEnumerable<Row> All([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await tables.Ask($"all of {name}", () => inner.All(cancellationToken).List(cancellationToken))) yield return row;
    }

    public Task<bool> Write(IReadOnlyList<RowChange> batch, CancellationToken cancellationToken) =>
        tables.Ask($"write {name} {string.Join(' ', batch.Select(change => change.Row.RowKey))}", () => inner.Write(batch, cancellationToken));
}
