using System.Collections.Concurrent;
using System.Globalization;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;
using LeerkringBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LeerkringBot.Tests.Work;

/// <summary>Three instances on one storage whose clocks differ by minutes, much work for now and for months ahead, some of it failing, some instances dying in the middle.</summary>
public sealed class WorkUnderLoadTests : IDisposable
{
    private const int Items = 600;
    private static readonly DateTimeOffset Start = new(2020, 2, 4, 12, 10, 0, TimeSpan.Zero);
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(7);
    private readonly SqliteFile file = new();
    private readonly ConcurrentDictionary<int, int> tries = new();
    private readonly ConcurrentDictionary<int, int> done = new();
    private readonly ConcurrentBag<string> early = [];
    private readonly Dictionary<int, DateTimeOffset> due = [];

    private DateTimeOffset now = Start;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task Everything_is_done_in_its_time_and_only_what_always_fails_is_set_aside()
    {
        var random = new Random(1);
        await using var one = await Instance.Open(file, -MostSkew, Handle);
        await using var two = await Instance.Open(file, TimeSpan.Zero, Handle);
        await using var three = await Instance.Open(file, MostSkew, Handle);
        Instance[] instances = [one, two, three];
        for (var i = 0; i < Items; i++)
        {
            TimeSpan? wait = (i % 4) switch
            {
                0 => null,
                1 => TimeSpan.FromMinutes(random.Next(120)),
                2 => TimeSpan.FromHours(random.Next(72)),
                _ => TimeSpan.FromDays(random.Next(3, 100)),
            };
            due[i] = Start + (wait ?? TimeSpan.Zero);
            await instances[i % 3].Work.Enqueue(new("test.load", i.ToString(CultureInfo.InvariantCulture)), wait is null ? null : due[i], Cancel);
        }

        while (now < Start + TimeSpan.FromDays(101))
        {
            // Close together while much is due, days at a time later.
            var step = TimeSpan.FromMinutes(now - Start < TimeSpan.FromHours(6) ? random.Next(1, 10) : random.Next(240, 2_400));
            now += step;
            foreach (var instance in instances) instance.Clock.Advance(step);
            // One that dies has received messages and forgets them.
            if (random.Next(5) == 0) await instances[random.Next(3)].Queue.Receive(random.Next(1, 32), WorkDispatcher.Lease, Cancel);
            await Task.WhenAll(instances.Select(instance => Task.Run(instance.Turn, Cancel)));
        }

        Assert.Empty(early);
        var poison = await two.Tables[TableNames.Poison].All(Cancel).ToListAsync(Cancel);
        var failing = Enumerable.Range(0, Items).Where(AlwaysFails).ToList();
        // What two schedulers moved is there twice.
        Assert.Equal(failing, poison.Select(row => int.Parse(row.Text("Subject")!, CultureInfo.InvariantCulture)).Distinct().Order());
        // The last try may be one of which nobody heard.
        Assert.All(poison, row => Assert.Matches("FormatException: Always.|TimeoutException: The program ended", row.Text("Error")));
        Assert.Equal(Enumerable.Range(0, Items).Except(failing), done.Keys.Order());
        // At least once is what a queue promises; here nothing made it more but a move by two schedulers.
        Assert.InRange(done.Values.Sum(), done.Count, done.Count * 2);
        foreach (var instance in instances) Assert.Empty(await instance.Queue.Receive(32, WorkDispatcher.Lease, Cancel));
    }

    private static bool AlwaysFails(int item) => item % 50 == 7;

    private static bool FailsTwice(int item) => item % 9 == 4;

    private Task Handle(string subject)
    {
        var item = int.Parse(subject, CultureInfo.InvariantCulture);
        var tried = tries.AddOrUpdate(item, 1, (_, count) => count + 1);
        // What depends on the moment looks at the clock itself: an instance that is ahead comes early.
        if (now + (2 * MostSkew) < due[item]) early.Add($"{subject} at {now:O}, due {due[item]:O}");
        if (AlwaysFails(item)) throw new FormatException("Always.");
        if (FailsTwice(item) && tried <= 2) throw new StorageFaultException("Busy.");
        done.AddOrUpdate(item, 1, (_, count) => count + 1);
        return Task.CompletedTask;
    }

    private sealed class Instance(SqliteDatabase database, FakeTimeProvider clock, Func<string, Task> handle) : IAsyncDisposable, IWorkHandler
    {
        public FakeTimeProvider Clock => clock;

        public ITables Tables { get; } = new SqliteTables(database);

        public IQueue Queue { get; } = new SqliteQueue(database, clock);

        public IWorkQueue Work => new WorkQueue(Queue, Tables, clock, new());

        public string Kind => "test.load";

        public static async Task<Instance> Open(SqliteFile file, TimeSpan skew, Func<string, Task> handle)
        {
            var instance = new Instance(file.Open(), new(Start + skew), handle);
            await instance.Tables.Create(Cancel);
            await instance.Queue.Create(Cancel);
            return instance;
        }

        public Task Handle(string subject, CancellationToken cancellationToken) => handle(subject);

        /// <summary>Does what is due and what the queue shows now.</summary>
        public async Task Turn()
        {
            await new DueScheduler(Tables, Work, clock, NullLogger<DueScheduler>.Instance).Move(Cancel);
            var dispatcher = new WorkDispatcher([this], Queue, Tables, clock, NullLogger<WorkDispatcher>.Instance);
            while (await Queue.Receive(32, WorkDispatcher.Lease, Cancel) is { Count: > 0 } messages)
                foreach (var message in messages) await dispatcher.Handle(message, Cancel);
        }

        public ValueTask DisposeAsync()
        {
            database.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
