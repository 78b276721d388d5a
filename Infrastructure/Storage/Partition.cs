namespace LeerkringBot.Infrastructure.Storage;

/// <summary>How our tables name partitions that hold a whole network, and ranges of row keys.</summary>
public static class Partition
{
    public const string Network = "network";

    /// <summary>The rows whose key begins with <paramref name="prefix"/>: every key character sorts before '~'.</summary>
    public static IAsyncEnumerable<Row> Begins(this ITable table, string partitionKey, string prefix, CancellationToken cancellationToken, params string[] select) =>
        table.Query(partitionKey, prefix, prefix + "~", select, cancellationToken);

    public static async Task<IReadOnlyList<Row>> List(this IAsyncEnumerable<Row> rows, CancellationToken cancellationToken)
    {
        var list = new List<Row>();
        await foreach (var row in rows.WithCancellation(cancellationToken)) list.Add(row);
        return list;
    }
}
