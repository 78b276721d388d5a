using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.EndToEnd.Broadcasts;

[Collection(nameof(Kills))]
public sealed class KilledInstancesOnSqliteTests : KilledInstances, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kills");
    private readonly SqliteDatabase database;

    public KilledInstancesOnSqliteTests()
    {
        database = SqliteDatabase.File(Path);
        Tables = new SqliteTables(database);
    }

    protected override IReadOnlyDictionary<string, string> Storage => new Dictionary<string, string> { ["Storage__SqlitePath"] = Path };

    protected override ITables Tables { get; }

    private string Path => System.IO.Path.Join(folder.FullName, "leerkring.db");

    public void Dispose()
    {
        database.Dispose();
        folder.Delete(recursive: true);
    }
}
