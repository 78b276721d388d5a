using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Storage;

/// <summary>The writer runs on the thread of whoever finds it idle. Once it kept that thread's context, and when nobody ran what was posted there, every later write waited for ever.</summary>
public sealed class SqliteWriterContextTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_write_does_not_depend_on_the_context_of_an_earlier_one()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var database = SqliteDatabase.Memory();
        ITables tables = new SqliteTables(database);
        await tables.Create(cancellationToken);
        var table = tables[TableNames.Members];

        for (var i = 0; i < 3; i++)
        {
            Assert.True(await Inside(new Dropping(), () => table.Write([Insert($"in-{i}")], cancellationToken)).WaitAsync(Patience, cancellationToken));
            Assert.True(await table.Write([Insert($"out-{i}")], cancellationToken).WaitAsync(Patience, cancellationToken));
        }

        // Not in a using: were a write stuck, this would wait for it instead of failing.
        database.Dispose();
    }

    private static RowChange.Insert Insert(string key) => new(Row.Of("p", key));

    private static Task<bool> Inside(SynchronizationContext context, Func<Task<bool>> write)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            return write();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    /// <summary>Nobody runs what is posted here.</summary>
    private sealed class Dropping : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }
}
