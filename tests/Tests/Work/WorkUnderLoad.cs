using System.Collections.Concurrent;
using System.Globalization;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LeerkringBot.Tests.Work;

/// <summary>Three instances on one storage whose clocks differ by minutes, much work for now and for months ahead, some of it failing, some instances dying in the middle.</summary>
public abstract class WorkUnderLoad
{
    private static readonly DateTimeOffset Start = new(2020, 2, 4, 12, 10, 0, TimeSpan.Zero);
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(7);
    private readonly ConcurrentDictionary<int, int> tries = new();
    private readonly ConcurrentDictionary<int, int> done = new();
    private readonly ConcurrentBag<string> early = [];
    private readonly Dictionary<int, DateTimeOffset> due = [];

    private TimeSpan leapt;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>How many items there are.</summary>
    protected abstract int Items { get; }

    /// <summary>How far ahead the last of them is due.</summary>
    protected abstract int Days { get; }

    /// <summary>By how much the time of the backend's own clock went on; none where it has none.</summary>
    protected virtual TimeSpan Ran => TimeSpan.Zero;

    private DateTimeOffset Now => Start + leapt + Ran;

    /// <summary>The same storage each time, as another instance opens it.</summary>
    /// <param name="clock">Of that instance.</param>
    protected abstract Task<(ITables Tables, IQueue Queue, IDisposable? Opened)> Open(TimeProvider clock);

    /// <summary>Lets so much time go by that whatever was put back or forgotten is visible again.</summary>
    /// <returns>How far the clocks are to go on.</returns>
    protected abstract Task<TimeSpan> Settle();

    [Fact]
    public async Task Everything_is_done_in_its_time_and_only_what_always_fails_is_set_aside()
    {
        var random = new Random(1);
        await using var one = await Begin(-MostSkew);
        await using var two = await Begin(TimeSpan.Zero);
        await using var three = await Begin(MostSkew);
        Instance[] instances = [one, two, three];
        for (var i = 0; i < Items; i++)
        {
            TimeSpan? wait = (i % 4) switch
            {
                0 => null,
                1 => TimeSpan.FromMinutes(random.Next(120)),
                2 => TimeSpan.FromHours(random.Next(72)),
                _ => TimeSpan.FromDays(random.Next(3, Days)),
            };
            due[i] = Start + (wait ?? TimeSpan.Zero);
            await instances[i % 3].Work.Enqueue(new("test.load", i.ToString(CultureInfo.InvariantCulture)), wait is null ? null : due[i], Cancel);
        }

        while (Now < Start + TimeSpan.FromDays(Days + 1))
        {
            // Close together while much is due, days at a time later.
            leapt += TimeSpan.FromMinutes(Now - Start < TimeSpan.FromHours(6) ? random.Next(1, 10) : random.Next(240, 2_400));
            // One that dies has received messages and forgets them.
            if (random.Next(5) == 0) await instances[random.Next(3)].Queue.Receive(random.Next(1, 32), WorkDispatcher.Lease, Cancel);
            await Turn();
        }

        // Longer than a message that was received and forgotten is hidden.
        for (var (quiet, rounds) = (0, 0); quiet < 8; rounds++)
        {
            Assert.True(rounds < 100, "It never comes to rest.");
            leapt += await Settle();
            quiet = await Turn() == 0 ? quiet + 1 : 0;
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

        async Task<int> Turn()
        {
            foreach (var instance in instances) instance.Clock.SetUtcNow(Now + instance.Skew);
            return (await Task.WhenAll(instances.Select(instance => Task.Run(instance.Turn, Cancel)))).Sum();
        }
    }

    private static bool AlwaysFails(int item) => item % 50 == 7;

    private static bool FailsTwice(int item) => item % 9 == 4;

    private Task Handle(string subject)
    {
        var item = int.Parse(subject, CultureInfo.InvariantCulture);
        var tried = tries.AddOrUpdate(item, 1, (_, count) => count + 1);
        // What depends on the moment looks at the clock itself: an instance that is ahead comes early.
        if (Now + (2 * MostSkew) < due[item]) early.Add($"{subject} at {Now:O}, due {due[item]:O}");
        if (AlwaysFails(item)) throw new FormatException("Always.");
        if (FailsTwice(item) && tried <= 2) throw new StorageFaultException("Busy.");
        done.AddOrUpdate(item, 1, (_, count) => count + 1);
        return Task.CompletedTask;
    }

    private async Task<Instance> Begin(TimeSpan skew)
    {
        var clock = new FakeTimeProvider(Now + skew);
        var (tables, queue, opened) = await Open(clock);
        await tables.Create(Cancel);
        await queue.Create(Cancel);
        return new(tables, queue, opened, clock, skew, Handle);
    }

    private sealed class Instance(ITables tables, IQueue queue, IDisposable? opened, FakeTimeProvider clock, TimeSpan skew, Func<string, Task> handle) : IAsyncDisposable, IWorkHandler
    {
        public FakeTimeProvider Clock => clock;

        public TimeSpan Skew => skew;

        public ITables Tables => tables;

        public IQueue Queue => queue;

        public IWorkQueue Work => new WorkQueue(queue, tables, clock, new());

        public string Kind => "test.load";

        public Task Handle(string subject, CancellationToken cancellationToken) => handle(subject);

        /// <summary>Does what is due and what the queue shows now.</summary>
        /// <returns>How many messages that were.</returns>
        public async Task<int> Turn()
        {
            await new DueScheduler(tables, Work, clock, NullLogger<DueScheduler>.Instance).Move(Cancel);
            var dispatcher = new WorkDispatcher([this], queue, tables, clock, NullLogger<WorkDispatcher>.Instance);
            var handled = 0;
            while (await queue.Receive(32, WorkDispatcher.Lease, Cancel) is { Count: > 0 } messages)
            {
                foreach (var message in messages) await dispatcher.Handle(message, Cancel);
                handled += messages.Count;
            }

            return handled;
        }

        public ValueTask DisposeAsync()
        {
            opened?.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
