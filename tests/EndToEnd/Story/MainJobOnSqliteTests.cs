using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.EndToEnd.Story;

[Collection("Playgrounds")]
public sealed class MainJobOnSqliteTests(Browser browser) : MainJob(browser), IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("story");

    private string Path => System.IO.Path.Join(folder.FullName, "leerkring.db");

    protected override IReadOnlyDictionary<string, string> Storage => new Dictionary<string, string> { ["Storage__SqlitePath"] = Path };

    public void Dispose() => folder.Delete(recursive: true);

    protected override async Task<IReadOnlyList<Row>> Rows(string table, string partition, CancellationToken cancellationToken)
    {
        using var database = SqliteDatabase.File(Path);
        return await new SqliteTables(database)[table].Query(partition, ".", "~", [], cancellationToken).List(cancellationToken);
    }
}
