namespace LeerkringBot.Domain.Polls;

/// <summary>Which of the dates suits best.</summary>
public static class DateRules
{
    /// <summary>The best first: most yes, then fewest no, then the earliest.</summary>
    public static IReadOnlyList<PollOption> Ranked(Poll poll, PollTally tally) =>
    [
        .. poll.Options
            .OrderByDescending(option => tally.Count(option.Key))
            .ThenBy(option => tally.Count(option.Key, Vote.No))
            .ThenBy(option => option.Moment!.StartsAt())
            .ThenBy(option => option.Moment!.End),
    ];

    /// <returns>Null when nobody could come on any date that is still ahead.</returns>
    public static PollOption? Best(Poll poll, PollTally tally, DateTimeOffset now) =>
        Ranked(poll, tally).FirstOrDefault(option => option.Moment!.StartsAt() > now && tally.Count(option.Key) + tally.Count(option.Key, Vote.Maybe) > 0);
}
