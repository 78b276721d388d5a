using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Tests.Polls;

public sealed class TurnoutTests
{
    [Fact]
    public void Everybody_counts_once_on_the_Dutch_day_of_their_first_answer()
    {
        PollAnswer[] history =
        [
            Line("GM0867", 1, "2027-01-05T22:59:00Z"),
            Line("GM0867", 2, "2027-01-09T10:00:00Z"),
            Line("GM0355", 1, "2027-01-05T23:00:00Z"),
            Line("GM0310", 1, "2027-01-08T10:00:00Z"),
            Line("GM0203", 1, "2027-01-08T09:00:00Z"),
        ];

        Assert.Equal([new(new(2027, 1, 5), 1, 1), new(new(2027, 1, 6), 1, 2), new(new(2027, 1, 8), 2, 4)], Turnout.Of(history));
        Assert.Empty(Turnout.Of([]));
    }

    [Fact]
    public void Of_many_days_the_first_stand_together_and_the_totals_stay()
    {
        var days = Enumerable.Range(1, 12).Select(day => new TurnoutDay(new(2027, 1, day), 2, 2 * day)).ToList();

        Assert.Equal(days, Turnout.Brief(days, 12));
        var brief = Turnout.Brief(days, 10);
        Assert.Equal(10, brief.Count);
        Assert.Equal(new(new(2027, 1, 3), 6, 6, IsSeveral: true), brief[0]);
        Assert.Equal(days.Skip(3), brief.Skip(1));
        Assert.Equal(24, brief.Sum(day => day.New));
    }

    private static PollAnswer Line(string municipality, int version, string at) =>
        new(Voter.Of(MunicipalityCode.Parse(municipality)), PollChoice.Of("a"), new("m"), DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), version);
}
