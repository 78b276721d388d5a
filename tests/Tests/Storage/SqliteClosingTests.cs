using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Storage;

/// <summary>The program stops while work is still under way: what reads is told so, and nothing is pulled away from under it.</summary>
public sealed class SqliteClosingTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_reads_while_the_database_is_closed_reads_whole_or_hears_that_it_is_closed(bool inMemory)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        for (var round = 0; round < 15; round++)
        {
            using var file = inMemory ? null : new SqliteFile();
            var database = file?.Database ?? SqliteDatabase.Memory();
            ITables tables = new SqliteTables(database);
            await tables.Create(cancellationToken);
            var table = tables[TableNames.Members];
            Assert.True(await table.Write([new RowChange.Insert(Row.Of("p", "k"))], cancellationToken));

            var reading = new[] { new TaskCompletionSource(), new TaskCompletionSource() };
            var readers = reading.Select(begun => Task.Run(
                async () =>
                {
                    while (true)
                    {
                        Assert.NotNull(await table.Get("p", "k", cancellationToken));
                        begun.TrySetResult();
                    }
                },
                cancellationToken)).ToList();
            await Task.WhenAll(reading.Select(begun => begun.Task)).WaitAsync(TimeSpan.FromSeconds(20), cancellationToken);
            database.Dispose();
            foreach (var reader in readers) await Assert.ThrowsAsync<ObjectDisposedException>(() => reader.WaitAsync(TimeSpan.FromSeconds(20), cancellationToken));
        }
    }
}
