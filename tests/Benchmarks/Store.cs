using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Benchmarks;

/// <summary>Where a server keeps its rows.</summary>
/// <param name="Kind">"sqlite" or "account".</param>
/// <param name="Where">A file, or the connection string of a storage account.</param>
internal sealed record Store(string Kind, string Where)
{
    public static Store Sqlite(string file) => new("sqlite", file);

    public static Store Account(string connectionString) => new("account", connectionString);

    public static Store Parse(string kind, string where) =>
        kind is "sqlite" or "account" ? new(kind, where) : throw new ArgumentException($"'{kind}' is no kind of store.", nameof(kind));

    /// <summary>The setting under which the bot finds it.</summary>
    public (string Name, string Value) Setting => (Kind == "sqlite" ? "Storage__SqlitePath" : "Storage__ConnectionString", Where);

    /// <summary>The tables, as the bot makes them.</summary>
    public ITables Open() => Kind == "sqlite"
        ? new SqliteTables(SqliteDatabase.File(Where))
        : new AzureTables(AzureClients.Tables(new StorageBackend.AzureConnection(Where)));

    public async Task Fill(CancellationToken cancellationToken)
    {
        if (Kind != "sqlite")
        {
            await Seeding.Fill(Open(), cancellationToken);
            return;
        }

        using var database = SqliteDatabase.File(Where);
        await Seeding.Fill(new SqliteTables(database), cancellationToken);
    }
}
