using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Work;

namespace LeerkringBot.Tests.Work;

public sealed class WorkDispatcherTests : IDisposable
{
    private readonly Recorder recorder = new();
    private readonly Workplace place;

    public WorkDispatcherTests() => place = new(recorder, new Recorder("test.other"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => place.Dispose();

    [Fact]
    public void Two_handlers_of_one_kind_stop_the_program() =>
        Assert.Contains("'test.record'", Assert.Throws<InvalidOperationException>(() => new Workplace(new Recorder(), new Recorder())).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Work_that_fails_is_tried_again_after_growing_delays_and_set_aside_after_ten_tries()
    {
        recorder.Act = (_, _) => throw new InvalidOperationException("Broken.");
        await place.Work.Enqueue(new("test.record", "a"), null, Cancel);

        foreach (var seconds in new[] { 5, 10, 20, 40, 80, 160, 320, 640, 900 })
        {
            Assert.Equal(1, await place.DoVisible());
            place.Clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
            Assert.Equal(0, await place.DoVisible());
            place.Clock.Advance(TimeSpan.FromTicks(1));
        }

        Assert.Empty(await place.Poison());
        Assert.Equal(1, await place.DoVisible());

        var row = Assert.Single(await place.Poison());
        Assert.Equal(("test.record", "a", "InvalidOperationException: Broken.", 10L), (row.Text("Kind"), row.Text("Subject"), row.Text("Error"), row.Whole("Tries")));
        Assert.Equal(place.Clock.GetUtcNow(), row.Moment("At"));
        place.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await place.DoVisible());
    }

    [Fact]
    public async Task Work_that_takes_long_is_not_begun_again_meanwhile_and_goes_on_a_minute_after_its_program_died()
    {
        var release = new TaskCompletionSource();
        recorder.Act = (_, _) => release.Task;
        await place.Work.Enqueue(new("test.record", "a"), null, Cancel);
        var working = place.DoVisible();
        for (var i = 0; i < 30; i++)
        {
            place.Clock.Advance(TimeSpan.FromSeconds(20));
            // Renewing writes in the background.
            await Task.Delay(5, Cancel);
            Assert.Empty(await place.Queue.Receive(1, WorkDispatcher.Lease, Cancel));
        }

        release.SetResult();
        await working;
        Assert.Equal(["a"], recorder.Done);
        place.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await place.DoVisible());

        // Received by a program that dies: nobody renews it.
        await place.Work.Enqueue(new("test.record", "b"), null, Cancel);
        Assert.Single(await place.Queue.Receive(1, WorkDispatcher.Lease, Cancel));
        place.Clock.Advance(WorkDispatcher.Lease);
        Assert.Equal(1, await place.DoVisible());
        Assert.Equal(["a", "b"], recorder.Done);
    }

    [Fact]
    public async Task Work_that_succeeds_at_a_later_try_is_done()
    {
        var tries = 0;
        recorder.Act = (_, _) => ++tries < 3 ? throw new StorageFaultException("Busy.") : Task.CompletedTask;
        await place.Work.Enqueue(new("test.record", "a"), null, Cancel);

        for (var i = 0; i < 3; i++)
        {
            await place.DoVisible();
            place.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["a"], recorder.Done);
        Assert.Equal(0, await place.DoVisible());
        Assert.Empty(await place.Poison());
    }

    [Fact]
    public async Task Work_that_ended_with_its_program_ten_times_is_set_aside_untouched()
    {
        await place.Work.Enqueue(new("test.record", "deadly"), null, Cancel);
        for (var i = 0; i < 10; i++)
        {
            await place.Queue.Receive(1, TimeSpan.FromMinutes(5), Cancel);
            place.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        await place.DoVisible();

        Assert.Empty(recorder.Done);
        Assert.Equal("deadly", Assert.Single(await place.Poison()).Text("Subject"));
    }

    [Fact]
    public async Task Who_lost_the_message_sets_nothing_aside_that_another_may_get_done()
    {
        await place.Work.Enqueue(new("test.record", "a"), null, Cancel);
        for (var i = 1; i < WorkDispatcher.MostTries; i++)
        {
            await place.Queue.Receive(1, WorkDispatcher.Lease, Cancel);
            place.Clock.Advance(WorkDispatcher.Lease);
        }

        var mine = Assert.Single(await place.Queue.Receive(1, WorkDispatcher.Lease, Cancel));
        // Our program slept; the other one has it now.
        place.Clock.Advance(WorkDispatcher.Lease);
        var theirs = Assert.Single(await place.Queue.Receive(1, WorkDispatcher.Lease, Cancel));
        recorder.Act = (_, _) => throw new InvalidOperationException("Broken.");
        await place.Dispatcher.Handle(mine, Cancel);

        Assert.Empty(await place.Poison());
        Assert.True(await place.Queue.Delete(theirs, Cancel));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"kind\":null,\"subject\":\"a\"}")]
    public async Task What_is_no_work_item_is_set_aside_at_once(string body)
    {
        await place.Queue.Send(body, TimeSpan.Zero, Cancel);

        await place.DoVisible();

        Assert.StartsWith("FormatException", Assert.Single(await place.Poison()).Text("Error"), StringComparison.Ordinal);
        place.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await place.DoVisible());
    }

    [Fact]
    public async Task Work_of_an_unknown_kind_waits_for_an_instance_that_knows_it()
    {
        await place.Work.Enqueue(new("test.unknown", "a"), null, Cancel);

        await place.DoVisible();

        Assert.Empty(await place.Poison());
        place.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, await place.DoVisible());
    }

    [Fact]
    public async Task An_error_of_any_length_and_letters_is_kept()
    {
        recorder.Act = (_, _) => throw new InvalidOperationException(string.Concat(Enumerable.Repeat("é👩x", 5_000)));
        await place.Work.Enqueue(new("test.record", "a"), null, Cancel);

        for (var i = 0; i < 10; i++)
        {
            await place.DoVisible();
            place.Clock.Advance(TimeSpan.FromMinutes(15));
        }

        Assert.Equal(1_000, Assert.Single(await place.Poison()).Text("Error")!.Length);
    }

    [Fact]
    public async Task Cancelled_work_is_visible_at_once_for_the_next()
    {
        using var stop = new CancellationTokenSource();
        recorder.Act = async (_, token) =>
        {
            await stop.CancelAsync();
            token.ThrowIfCancellationRequested();
        };
        await place.Work.Enqueue(new("test.record", "a"), null, Cancel);
        var message = Assert.Single(await place.Queue.Receive(1, TimeSpan.FromMinutes(5), Cancel));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => place.Dispatcher.Handle(message, stop.Token));

        recorder.Act = (_, _) => Task.CompletedTask;
        Assert.Equal(1, await place.DoVisible());
        Assert.Equal(["a"], recorder.Done);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(8, 640)]
    [InlineData(9, 900)]
    [InlineData(1_000_000, 900)]
    public void Delays_double_up_to_a_quarter_of_an_hour(int tries, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), WorkDispatcher.Delay(tries));
}
