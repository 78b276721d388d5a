using System.Collections.Concurrent;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Work;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeerkringBot.Tests.Work;

public sealed class WorkLoopTests : IAsyncDisposable
{
    private readonly Recorder recorder = new();
    private readonly Workplace place;
    private readonly WorkLoop loop;

    public WorkLoopTests()
    {
        place = new(recorder);
        loop = new(place.Queue, place.Dispatcher, place.Signal, place.Clock, NullLogger<WorkLoop>.Instance);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await loop.StopAsync(CancellationToken.None);
        loop.Dispose();
        place.Dispose();
    }

    [Fact]
    public async Task Work_wakes_an_idle_loop_although_the_clock_stands_still()
    {
        await loop.StartAsync(Cancel);
        for (var i = 0; i < 50; i++)
        {
            var done = Next();
            await place.Work.Enqueue(new("test.record", $"{i}"), null, Cancel);
            Assert.Equal($"{i}", await done.WaitAsync(Cancel));
        }
    }

    [Fact]
    public async Task Work_of_another_instance_is_found_by_looking_now_and_then()
    {
        await loop.StartAsync(Cancel);
        var done = Next();
        await place.Queue.Send("{\"kind\":\"test.record\",\"subject\":\"other\"}", TimeSpan.Zero, Cancel);

        while (!done.IsCompleted)
        {
            place.Clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }

        Assert.Equal("other", await done);
    }

    [Fact]
    public async Task Seven_slow_items_hold_up_no_other()
    {
        var release = new TaskCompletionSource();
        var running = new ConcurrentDictionary<string, bool>();
        var seven = new TaskCompletionSource();
        recorder.Act = async (subject, _) =>
        {
            if (subject.StartsWith("quick", StringComparison.Ordinal)) return;
            running[subject] = true;
            if (running.Count == 7) seven.TrySetResult();
            await release.Task;
        };
        for (var i = 0; i < 7; i++) await place.Work.Enqueue(new("test.record", $"slow {i}"), null, Cancel);
        await loop.StartAsync(Cancel);
        await seven.Task.WaitAsync(Cancel);

        for (var i = 0; i < 20; i++)
        {
            var done = Next("quick");
            await place.Work.Enqueue(new("test.record", $"quick {i}"), null, Cancel);
            await done.WaitAsync(Cancel);
        }

        Assert.Equal(20, recorder.Done.Count);
        release.SetResult();
        await loop.StopAsync(Cancel);
        Assert.Equal(27, recorder.Done.Count);
    }

    [Fact]
    public async Task Stopping_lets_what_runs_finish_and_leaves_the_rest_in_the_queue()
    {
        var started = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        recorder.Act = async (_, token) =>
        {
            started.TrySetResult();
            await release.Task.WaitAsync(token);
        };
        await place.Work.Enqueue(new("test.record", "running"), null, Cancel);
        await loop.StartAsync(Cancel);
        await started.Task.WaitAsync(Cancel);

        var stopping = loop.StopAsync(Cancel);
        await place.Work.Enqueue(new("test.record", "rest"), null, Cancel);
        release.SetResult();
        await stopping;

        Assert.Equal(["running"], recorder.Done);
        Assert.Equal(1, await place.DoVisible());
        Assert.Equal(["running", "rest"], recorder.Done);
    }

    /// <summary>The subject that is done next.</summary>
    private Task<string> Next(string start = "")
    {
        var done = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var act = recorder.Act;
        recorder.Act = async (subject, token) =>
        {
            await act(subject, token);
            if (subject.StartsWith(start, StringComparison.Ordinal)) done.TrySetResult(subject);
        };
        return done.Task;
    }
}
