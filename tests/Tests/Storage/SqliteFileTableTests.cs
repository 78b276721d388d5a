using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;
using Microsoft.Data.Sqlite;

namespace LeerkringBot.Tests.Storage;

public sealed class SqliteFileTableTests : TableContract, IAsyncLifetime
{
    private readonly SqliteFile file = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected override ITables Tables => new SqliteTables(file.Database);

    public async ValueTask InitializeAsync() => await Tables.Create(Cancel);

    public ValueTask DisposeAsync()
    {
        file.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_was_written_is_there_after_a_restart()
    {
        using var own = new SqliteFile();
        await new SqliteTables(own.Database).Create(Cancel);
        Assert.True(await new SqliteTables(own.Database)[TableNames.Polls].Write([new RowChange.Insert(Row.Of("p", "a", ("Text", "kept")))], Cancel));
        own.Database.Dispose();

        using var again = own.Open();
        var row = await new SqliteTables(again)[TableNames.Polls].Get("p", "a", Cancel);

        Assert.Equal("kept", row?.Text("Text"));
    }

    [Fact]
    public async Task Of_two_instances_on_one_file_exactly_one_wins()
    {
        using var other = file.Open();
        ITable[] both = [Tables[TableNames.Polls], new SqliteTables(other)[TableNames.Polls]];

        for (var round = 0; round < 20; round++)
        {
            var key = $"r|{round}";
            var won = await Task.WhenAll(both.Select(table => Task.Run(() => table.Write([new RowChange.Insert(Row.Of("p", key))], Cancel))));
            Assert.Single(won, true);
        }
    }

    [Fact]
    public async Task A_reader_sees_a_batch_whole_or_not_at_all()
    {
        var table = Tables[TableNames.Polls];
        var writing = Task.Run(
            async () =>
            {
                for (var i = 0; i < 100; i++) Assert.True(await table.Write([.. Enumerable.Range(0, 5).Select(j => new RowChange.Insert(Row.Of("p", $"r|{i:D3}|{j}")))], Cancel));
            },
            Cancel);

        var seen = 0;
        while (seen < 500)
        {
            seen = (await table.Query("p", "", "~", [], Cancel).ToListAsync(Cancel)).Count;
            Assert.Equal(0, seen % 5);
        }

        await writing;
    }

    [Fact]
    public async Task A_fault_of_sqlite_is_a_storage_fault_and_the_writer_goes_on_after_it()
    {
        using var own = new SqliteFile();
        var tables = new SqliteTables(own.Database);
        var table = tables[TableNames.Polls];
        RowChange[] insert = [new RowChange.Insert(Row.Of("p", "a"))];

        // The tables are not there yet.
        await Assert.ThrowsAsync<StorageFaultException>(() => table.Get("p", "a", Cancel));
        await Assert.ThrowsAsync<StorageFaultException>(() => table.Write(insert, Cancel));
        await Assert.ThrowsAsync<StorageFaultException>(async () => await table.Query("p", "", "~", [], Cancel).ToListAsync(Cancel));

        await tables.Create(Cancel);
        Assert.True(await table.Write(insert, Cancel));
    }

    [Fact]
    public async Task A_batch_written_while_another_faults_is_not_half_there()
    {
        using (var raw = new SqliteConnection($"Data Source={file.Path};Pooling=False"))
        {
            raw.Open();
            using var command = raw.CreateCommand();
            command.CommandText = "CREATE TRIGGER refuse BEFORE INSERT ON Polls WHEN NEW.row_key = 'bad' BEGIN SELECT RAISE(ABORT, 'refused'); END";
            command.ExecuteNonQuery();
        }

        await Assert.ThrowsAsync<StorageFaultException>(() => Tables[TableNames.Polls].Write([new RowChange.Insert(Row.Of("p", "a")), new RowChange.Insert(Row.Of("p", "bad"))], Cancel));

        Assert.Null(await Tables[TableNames.Polls].Get("p", "a", Cancel));
        Assert.True(await Tables[TableNames.Polls].Write([new RowChange.Insert(Row.Of("p", "a"))], Cancel));
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_a_storage_fault() =>
        Assert.Throws<StorageFaultException>(() => SqliteDatabase.File(Path.GetDirectoryName(file.Path)!));
}
