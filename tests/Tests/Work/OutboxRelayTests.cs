using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeerkringBot.Tests.Work;

/// <summary>Work whose hint was lost, at things that were over long ago.</summary>
public sealed class OutboxRelayTests : IDisposable
{
    private static readonly (string Table, string Partition, string Index)[] Old =
    [
        (TableNames.Gatherings, "reeks", "gathering|202001050900|reeks.een"),
        (TableNames.Polls, "peiling", "poll|202001050900|peiling"),
        (TableNames.Deliveries, "bericht", "broadcast|202001050900|bericht"),
        (TableNames.Ideas, Partition.Network, "gathering|202001050900|andere.een"),
    ];

    private readonly Recorder recorder = new();
    private readonly Workplace place;

    public OutboxRelayTests() => place = new(recorder);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task However_long_the_program_was_down_its_next_start_forgets_nothing()
    {
        await Leave();
        using var relay = Relay();

        await relay.StartAsync(Cancel);
        await Done(4);
        await relay.StopAsync(Cancel);
    }

    [Fact]
    public async Task What_another_instance_left_at_something_old_is_found_within_a_day()
    {
        using var relay = Relay();
        await relay.StartAsync(Cancel);
        await Leave();
        for (var i = 0; i < 25 && recorder.Done.Count < 4; i++)
        {
            place.Clock.Advance(TimeSpan.FromHours(1));
            await Task.Delay(20, Cancel);
            await place.DoVisible();
        }

        await Done(4);
        await relay.StopAsync(Cancel);
    }

    [Fact]
    public async Task A_look_at_everything_that_failed_is_done_again_a_minute_later()
    {
        await Leave();
        var faults = 2;
        place.Tables[TableNames.Index].FailRead = () => Interlocked.Decrement(ref faults) >= 0;
        using var relay = Relay();

        await relay.StartAsync(Cancel);
        await TestBot.Until(() => faults <= 0);
        await Task.Delay(50, Cancel);
        place.Clock.Advance(TimeSpan.FromMinutes(1));
        await Done(4);
        await relay.StopAsync(Cancel);
    }

    /// <summary>As a crash between storing and enqueueing leaves it.</summary>
    private async Task Leave()
    {
        foreach (var (table, partition, index) in Old)
        {
            Assert.True(await place.Tables[TableNames.Index].Write([new RowChange.Insert(Row.Of(Partition.Network, index))], Cancel));
            Assert.True(await place.Tables[table].Write([OutboxRelay.Row(partition, new("test.record", table))], Cancel));
        }
    }

    private OutboxRelay Relay() => new(place.Tables, place.Work, place.Clock, NullLogger<OutboxRelay>.Instance);

    private async Task Done(int count)
    {
        for (var i = 0; i < 500 && recorder.Done.Count < count; i++)
        {
            await place.DoVisible();
            await Task.Delay(20, Cancel);
        }

        Assert.Equal(Old.Select(one => one.Table).Order(), recorder.Done.Order());
    }
}
