using System.Runtime.CompilerServices;
using LeerkringBot.Domain;

namespace LeerkringBot.Infrastructure.Storage;

/// <summary>A table of SQLite with the keys, a version and the values as JSON.</summary>
internal sealed class SqliteTable(SqliteDatabase database, string name) : ITable
{
    /// <summary>As many as Table Storage gives at once.</summary>
    private const int RowsPerPage = 1_000;

    private readonly string get = $"SELECT version, body FROM \"{name}\" WHERE partition_key = $0 AND row_key = $1";
    private readonly string query = $"SELECT row_key, version, body FROM \"{name}\" WHERE partition_key = $0 AND row_key >= $1 AND row_key < $2 ORDER BY row_key LIMIT {RowsPerPage}";
    private readonly string all = $"SELECT partition_key, row_key, version, body FROM \"{name}\" WHERE (partition_key, row_key) > ($0, $1) ORDER BY partition_key, row_key LIMIT {RowsPerPage}";
    private readonly string insert = $"INSERT INTO \"{name}\" (partition_key, row_key, version, body) VALUES ($0, $1, $2, CAST($3 AS TEXT)) ON CONFLICT DO NOTHING";
    private readonly string replace = $"UPDATE \"{name}\" SET version = $3, body = CAST($4 AS TEXT) WHERE partition_key = $0 AND row_key = $1 AND version = $2";
    private readonly string delete = $"DELETE FROM \"{name}\" WHERE partition_key = $0 AND row_key = $1 AND version = $2";
    private readonly string deleteAny = $"DELETE FROM \"{name}\" WHERE partition_key = $0 AND row_key = $1";

    /// <summary>Text compares byte by byte, and keys are ASCII, so the order is ordinal.</summary>
    public static string Create(string name) =>
        $"CREATE TABLE IF NOT EXISTS \"{name}\" (partition_key TEXT NOT NULL, row_key TEXT NOT NULL, version TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (partition_key, row_key)) WITHOUT ROWID";

    public Task<Row?> Get(string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        TableRules.CheckKey(partitionKey);
        TableRules.CheckKey(rowKey);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return Task.FromResult(database.Read(session =>
            {
                using var found = session.Read(get, partitionKey, rowKey);
                return found.Read() ? new Row(partitionKey, rowKey, RowJson.Read(found.GetFieldValue<byte[]>(1), []), found.GetString(0)) : null;
            }));
        }
        catch (StorageFaultException fault)
        {
            return Task.FromException<Row?>(fault);
        }
    }

    public async IAsyncEnumerable<Row> Query(string partitionKey, string from, string before, IReadOnlyList<string> select, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        TableRules.CheckKey(partitionKey);
        TableRules.CheckBound(from);
        TableRules.CheckBound(before);
        foreach (var wanted in select) TableRules.CheckName(wanted);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = Page(partitionKey, from, before, select);
            foreach (var row in page) yield return row;
            if (page.Count < RowsPerPage) yield break;
            from = page[^1].RowKey + ' '; // sorts before every character of a key
            await Task.Yield();
        }
    }

    public async IAsyncEnumerable<Row> All([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (partition, key) = ("", "");
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = PageOfAll(partition, key);
            foreach (var row in page) yield return row;
            if (page.Count < RowsPerPage) yield break;
            (partition, key) = (page[^1].PartitionKey, page[^1].RowKey);
            await Task.Yield();
        }
    }

    public Task<bool> Write(IReadOnlyList<RowChange> batch, CancellationToken cancellationToken)
    {
        TableRules.Check(batch);

        // A version never returns, also not when a row is deleted and made again.
        var version = Guid.NewGuid().ToString("N");
        var bodies = new byte[batch.Count][];
        for (var i = 0; i < batch.Count; i++) bodies[i] = batch[i] is RowChange.Delete ? [] : RowJson.Write(batch[i].Row.Values);
        return database.Write(
            session =>
            {
                for (var i = 0; i < batch.Count; i++)
                    if (!Apply(session, batch[i], version, bodies[i])) return false;
                return true;
            },
            cancellationToken);
    }

    private bool Apply(SqliteSession session, RowChange change, string version, byte[] body) => 1 == change switch
    {
        RowChange.Insert { Row: var row } => session.Execute(insert, row.PartitionKey, row.RowKey, version, body),
        RowChange.Replace { Row: var row } => session.Execute(replace, row.PartitionKey, row.RowKey, row.ETag!, version, body),
        RowChange.Delete { Row: { ETag: { } read } row } => session.Execute(delete, row.PartitionKey, row.RowKey, read),
        RowChange.Delete { Row: var row } => session.Execute(deleteAny, row.PartitionKey, row.RowKey),
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    private List<Row> PageOfAll(string partition, string key) => database.Read(session =>
    {
        var rows = new List<Row>();
        using var found = session.Read(all, partition, key);
        while (found.Read())
            rows.Add(new Row(found.GetString(0), found.GetString(1), RowJson.Read(found.GetFieldValue<byte[]>(3), []), found.GetString(2)));
        return rows;
    });

    private List<Row> Page(string partitionKey, string from, string before, IReadOnlyList<string> select) => database.Read(session =>
    {
        var rows = new List<Row>();
        using var found = session.Read(query, partitionKey, from, before);
        while (found.Read())
            rows.Add(new Row(partitionKey, found.GetString(0), RowJson.Read(found.GetFieldValue<byte[]>(2), select), found.GetString(1)));
        return rows;
    });
}
