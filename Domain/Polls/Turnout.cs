namespace LeerkringBot.Domain.Polls;

/// <summary>How answers came in over time. Of an anonymous poll nobody knows: time and choice would be together.</summary>
public static class Turnout
{
    /// <summary>The days on which somebody answered for the first time, the first day first. An answer that was changed later counts on its first day.</summary>
    /// <param name="history">Every line of a poll.</param>
    public static IReadOnlyList<TurnoutDay> Of(IEnumerable<PollAnswer> history)
    {
        var days = new List<TurnoutDay>();
        foreach (var day in history.Where(line => line.Version == 1).GroupBy(line => DutchTime.DayOf(line.At)).OrderBy(day => day.Key))
            days.Add(new(day.Key, day.Count(), (days.Count == 0 ? 0 : days[^1].Total) + day.Count()));
        return days;
    }

    /// <summary>Not more than so many: the first ones together, as the last day of them.</summary>
    /// <param name="days">As <see cref="Of"/> gave them.</param>
    /// <param name="most">At least 2.</param>
    public static IReadOnlyList<TurnoutDay> Brief(IReadOnlyList<TurnoutDay> days, int most)
    {
        if (days.Count <= most) return days;
        var last = days[^most];
        return [last with { New = last.Total, IsSeveral = true }, .. days.Skip(days.Count - most + 1)];
    }
}

/// <param name="Day">Dutch.</param>
/// <param name="New">How many answered for the first time.</param>
/// <param name="Total">How many had answered at its end.</param>
/// <param name="IsSeveral">It stands for the days before it too.</param>
public sealed record TurnoutDay(DateOnly Day, int New, int Total, bool IsSeveral = false);
