using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Storage;

/// <summary>A SQLite file in a folder of its own, gone after the test.</summary>
public sealed class SqliteFile : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("leerkring-").FullName;

    public SqliteFile() => Database = Open();

    public string Path => System.IO.Path.Join(folder, "leerkring.db");

    public SqliteDatabase Database { get; }

    /// <summary>As another instance of the program would.</summary>
    public SqliteDatabase Open() => SqliteDatabase.File(Path);

    public void Dispose()
    {
        Database.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
