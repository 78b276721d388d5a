using CsCheck;
using LeerkringBot.Domain;

namespace LeerkringBot.Tests.Mails;

public sealed class BackoffTests
{
    private static readonly Backoff Backoff = new(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5));

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 10)]
    [InlineData(5, 160)]
    [InlineData(6, 300)]
    [InlineData(int.MaxValue, 300)]
    public void The_pause_doubles_up_to_a_bound(int failures, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.Pause(failures, null, 0.5));

    [Fact]
    public void Programs_that_failed_together_come_back_apart_and_nobody_before_they_are_asked_to() =>
        Gen.Select(Gen.Int[0, 100], Gen.Double[0, 1], Gen.Int[0, 600]).Sample((failures, chance, asked) =>
        {
            var pause = Backoff.Pause(failures, TimeSpan.FromSeconds(asked), chance);
            Assert.True(pause >= TimeSpan.FromSeconds(asked));
            Assert.True(pause <= TimeSpan.FromSeconds(Math.Max(asked, 360)));
            Assert.True(Backoff.Pause(failures, null, 1) > Backoff.Pause(failures, null, 0));
        });
}
