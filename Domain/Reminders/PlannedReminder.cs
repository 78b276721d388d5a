namespace LeerkringBot.Domain.Reminders;

/// <summary>A reminder of one gathering or poll, as it is planned while that stands as it does.</summary>
/// <param name="Kind">Which.</param>
/// <param name="About">The day it is about: the last day of registering or answering, or the day of the gathering. Another day makes it another reminder.</param>
/// <param name="At">When it goes out.</param>
/// <param name="Until">Exclusive: from then on it makes no sense any more.</param>
public sealed record PlannedReminder(ReminderKind Kind, DateOnly About, DateTimeOffset At, DateTimeOffset Until)
{
    /// <summary>Of a result, the very moment of closing: a poll that is opened again and closes on the same day has another result. Otherwise null.</summary>
    public DateTimeOffset? Closing { get; init; }

    /// <summary>Whether it goes out now: at its moment, or where that was missed at the next one that is fit.</summary>
    public bool IsDue(DateTimeOffset now) => At <= now && now < Until && ReminderHours.Include(now);
}
