using System.Collections.Frozen;

namespace LeerkringBot.Infrastructure.Storage;

/// <summary>The tables in a SQLite file.</summary>
public sealed class SqliteTables(SqliteDatabase database) : ITables
{
    private readonly FrozenDictionary<string, ITable> tables =
        TableNames.All.ToFrozenDictionary(name => name, ITable (name) => new SqliteTable(database, name));

    public ITable this[string name] => tables[name];

    public Task Create(CancellationToken cancellationToken) => database.Write(
        session =>
        {
            foreach (var name in TableNames.All) session.Execute(SqliteTable.Create(name));
            return true;
        },
        cancellationToken);
}
