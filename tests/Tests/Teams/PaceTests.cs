using LeerkringBot.Infrastructure.Teams;
using Microsoft.Extensions.Time.Testing;

namespace LeerkringBot.Tests.Teams;

/// <summary>The limits of Teams, as requests leave.</summary>
public sealed class PaceTests
{
    private readonly FakeTimeProvider clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_second_ever_has_more_than_fifty_requests_and_hardly_fewer()
    {
        var pace = new Pace(PaceOptions.Teams, clock);
        var left = await Leave(pace, 500, i => $"chat-{i}");
        AssertWindow(left, 50, TimeSpan.FromSeconds(1));
        Assert.InRange(499 / (left[^1] - left[0]).TotalSeconds, 49, 50);
    }

    [Fact]
    public async Task What_was_long_under_way_makes_no_second_too_full_where_it_arrives()
    {
        var pace = new Pace(PaceOptions.Teams, clock);
        await Leave(pace, 60, i => $"chat-{i}");
        var slow = pace.Depart(await pace.Take("slow", Cancellation), Cancellation).AsTask();
        await Drive(slow);
        clock.Advance(TimeSpan.FromMilliseconds(60));
        pace.Answered(await slow);
        var arrived = clock.GetUtcNow();

        var left = await Leave(pace, 60, i => $"later-{i}");

        Assert.InRange(left.Count(at => at < arrived + TimeSpan.FromSeconds(1)), 45, 49);
    }

    [Fact]
    public async Task One_conversation_keeps_every_window()
    {
        var pace = new Pace(PaceOptions.Teams, clock);
        var left = await Leave(pace, 200, _ => "channel");
        AssertWindow(left, 7, TimeSpan.FromSeconds(1));
        AssertWindow(left, 8, TimeSpan.FromSeconds(2));
        AssertWindow(left, 60, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_busy_conversation_does_not_hold_up_the_others()
    {
        var pace = new Pace(PaceOptions.Teams, clock);
        await Leave(pace, 7, _ => "channel");
        var blocked = Go(pace, "channel");
        var before = clock.GetUtcNow();
        await Leave(pace, 5, i => $"chat-{i}");
        Assert.InRange(clock.GetUtcNow() - before, TimeSpan.Zero, TimeSpan.FromMilliseconds(200));
        Assert.False(blocked.IsCompleted);
    }

    [Fact]
    public async Task After_429_everything_waits_as_long_as_Teams_says_and_goes_on_more_slowly()
    {
        var pace = new Pace(PaceOptions.Teams, clock);
        await Leave(pace, 5, i => $"a-{i}");
        var refused = clock.GetUtcNow();
        pace.Slow(TimeSpan.FromSeconds(7));
        var left = await Leave(pace, 40, i => $"b-{i}");
        Assert.True(left[0] - refused >= TimeSpan.FromSeconds(7));
        Assert.InRange(39 / (left[^1] - left[0]).TotalSeconds, 30, 40);

        // Minutes later it has its old pace again.
        await Leave(pace, 2_000, i => $"c-{i}");
        left = await Leave(pace, 200, i => $"d-{i}");
        Assert.InRange(199 / (left[^1] - left[0]).TotalSeconds, 48, 50);
    }

    [Fact]
    public async Task A_turn_that_was_taken_before_a_429_waits_too()
    {
        var pace = new Pace(PaceOptions.Teams, clock);
        var turn = await pace.Take("chat", Cancellation);
        pace.Slow(TimeSpan.FromSeconds(7));
        var departing = pace.Depart(turn, Cancellation).AsTask();
        clock.Advance(TimeSpan.FromSeconds(6));
        await Task.Delay(20, Cancellation);
        Assert.False(departing.IsCompleted);
        await Drive(departing);
    }

    [Fact]
    public async Task A_429_right_after_it_went_faster_again_slows_it_down_again()
    {
        var pace = new Pace(PaceOptions.Teams, clock);
        pace.Slow(TimeSpan.FromSeconds(1));
        // To just after the first step up.
        for (var began = clock.GetUtcNow(); clock.GetUtcNow() - began < TimeSpan.FromSeconds(5.2);) await Leave(pace, 1, i => "a");
        pace.Slow(TimeSpan.FromSeconds(1));

        var left = await Leave(pace, 20, i => $"b-{i}");
        Assert.InRange(19 / (left[^1] - left[0]).TotalSeconds, 20, 30);
    }

    [Fact]
    public async Task Without_a_word_from_Teams_it_waits_longer_each_time()
    {
        var pace = new Pace(PaceOptions.Teams, clock);
        var pauses = new List<TimeSpan>();
        for (var i = 0; i < 5; i++)
        {
            var before = clock.GetUtcNow();
            pace.Slow(null);
            pauses.Add((await Leave(pace, 1, _ => $"chat-{i}"))[0] - before);
            clock.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.True(pauses[^1] > 3 * pauses[0], string.Join(", ", pauses));
        Assert.All(pauses, pause => Assert.InRange(pause, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(62)));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("7/0")]
    [InlineData("-1/3")]
    [InlineData("zeven/1")]
    public void What_are_no_windows_is_refused(string text) => Assert.Throws<FormatException>(() => PaceOptions.Read(text));

    private async Task<List<DateTimeOffset>> Leave(Pace pace, int count, Func<int, string> conversation)
    {
        var left = new List<DateTimeOffset>();
        for (var i = 0; i < count; i++)
        {
            await Drive(Go(pace, conversation(i)));
            left.Add(clock.GetUtcNow());
        }

        return left;
    }

    private static async Task Go(Pace pace, string conversation) => pace.Answered(await pace.Depart(await pace.Take(conversation, Cancellation), Cancellation));

    // In steps of a millisecond, so that a turn is never late.
    private async Task Drive(Task task)
    {
        for (var i = 0; !task.IsCompleted; i++)
        {
            Assert.True(i < 2_000_000, "It never left.");
            clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        await task;
    }

    private static void AssertWindow(List<DateTimeOffset> left, int most, TimeSpan window)
    {
        for (var i = most; i < left.Count; i++) Assert.True(left[i] - left[i - most] >= window, $"{most + 1} requests within {left[i] - left[i - most]}");
    }
}
