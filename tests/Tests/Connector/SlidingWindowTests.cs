using CsCheck;
using LeerkringBot.Connector;

namespace LeerkringBot.Tests.Connector;

public sealed class SlidingWindowTests
{
    [Theory]
    [InlineData(7, 1)]
    [InlineData(8, 2)]
    [InlineData(60, 30)]
    [InlineData(1800, 3600)]
    public void As_many_as_a_limit_allows_pass_and_the_next_one_when_the_first_is_old_enough(int requests, int seconds)
    {
        var window = new SlidingWindow(Limit.Parse($"{requests}/{seconds}"));
        for (var i = 0; i < requests; i++)
        {
            Assert.Equal(TimeSpan.Zero, window.Wait(i));
            window.Add(i);
        }

        var full = TimeSpan.FromSeconds(seconds).Ticks;
        Assert.Equal(TimeSpan.FromTicks(1), window.Wait(full - 1));
        Assert.Equal(TimeSpan.Zero, window.Wait(full));
        window.Add(full);
        Assert.Equal(TimeSpan.FromTicks(1), window.Wait(full));
    }

    [Fact]
    public void The_longest_wait_of_several_limits_counts()
    {
        var window = new SlidingWindow(Limits.Teams.PerConversation);
        for (var i = 0; i < 7; i++) window.Add(0);
        Assert.Equal(TimeSpan.FromSeconds(1), window.Wait(0));
        window.Add(TimeSpan.FromSeconds(1).Ticks);
        Assert.Equal(TimeSpan.FromSeconds(1), window.Wait(TimeSpan.FromSeconds(1).Ticks));
        Assert.Equal(TimeSpan.Zero, window.Wait(TimeSpan.FromSeconds(2).Ticks));
    }

    [Fact]
    public void Without_limits_everything_passes()
    {
        var window = new SlidingWindow([]);
        for (var i = 0; i < 10_000; i++) window.Add(0);
        Assert.Equal(TimeSpan.Zero, window.Wait(0));
    }

    [Fact]
    public void Whatever_comes_when_no_stretch_of_time_ever_holds_more_than_a_limit_allows_and_nobody_waits_for_nothing()
    {
        Limit[] limits = [new(3, TimeSpan.FromTicks(10)), new(5, TimeSpan.FromTicks(40))];
        Gen.Int[0, 12].Array[1, 200].Sample(pauses =>
        {
            var (window, passed, now) = (new SlidingWindow(limits), new List<long>(), 0L);
            foreach (var pause in pauses)
            {
                now += pause;
                var fits = limits.All(limit => passed.Count(moment => moment > now - limit.Within.Ticks) < limit.Requests);
                Assert.Equal(fits, window.Wait(now) == TimeSpan.Zero);
                if (!fits) continue;
                window.Add(now);
                passed.Add(now);
            }
        });
    }
}
