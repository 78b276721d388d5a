using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;
using LeerkringBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LeerkringBot.Tests.Work;

/// <summary>Queue, due table and dispatcher in memory, with a clock that stands still; work is done when a test says so.</summary>
public sealed class Workplace : IDisposable
{
    private readonly SqliteDatabase database = SqliteDatabase.Memory();

    public Workplace(params IWorkHandler[] handlers)
    {
        Tables = new(new SqliteTables(database));
        Queue = new SqliteQueue(database, Clock);
        Work = new WorkQueue(Queue, Tables, Clock, Signal);
        Dispatcher = new(handlers, Queue, Tables, Clock, NullLogger<WorkDispatcher>.Instance);
        Tables.Create(CancellationToken.None).GetAwaiter().GetResult();
        Queue.Create(CancellationToken.None).GetAwaiter().GetResult();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2020, 2, 4, 12, 10, 0, TimeSpan.Zero));

    public FaultyTables Tables { get; }

    public IQueue Queue { get; }

    public WorkSignal Signal { get; } = new();

    public IWorkQueue Work { get; }

    public WorkDispatcher Dispatcher { get; }

    /// <summary>As a start of the program makes one.</summary>
    public DueScheduler Scheduler() => new(Tables, Work, Clock, NullLogger<DueScheduler>.Instance);

    /// <summary>Does what the queue shows now, once.</summary>
    public async Task<int> DoVisible()
    {
        var messages = await Queue.Receive(32, TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        foreach (var message in messages) await Dispatcher.Handle(message, TestContext.Current.CancellationToken);
        return messages.Count;
    }

    public Task<List<Row>> Poison() =>
        Tables[TableNames.Poison].Query("work", "", "~", [], TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken).AsTask();

    public void Dispose() => database.Dispose();
}
