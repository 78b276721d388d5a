namespace LeerkringBot.Domain.Reminders;

/// <summary>Which reminders belong to a gathering or poll, and when they go out. Computed anew at every look, so what is moved, changed or cancelled needs no clearing up.</summary>
public static class ReminderPlan
{
    /// <summary>How long after a gathering thanks are still in place, and after a poll its result.</summary>
    public static TimeSpan LateThanks { get; } = TimeSpan.FromDays(7);

    /// <summary>Answers that were under way at the closing count.</summary>
    public static TimeSpan UntilResult { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Who was asked less than this ago isn't reminded of it.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromDays(1);

    /// <summary>Those of a gathering that are on; none where it is cancelled. The two before the deadline never go out on one day, and the first gives way once the second is due.</summary>
    public static IReadOnlyList<PlannedReminder> Of(Gathering gathering, ReminderSettings settings)
    {
        if (gathering.Cancellation is not null) return [];
        var (date, lastDay) = (gathering.Date, gathering.LastRegistrationDay);
        var closes = gathering.RegistrationClosesAt < gathering.StartsAt ? gathering.RegistrationClosesAt : gathering.StartsAt;
        var lastCall = Before(lastDay, settings.Days(ReminderKind.LastCall));
        PlannedReminder[] all =
        [
            new(ReminderKind.Deadline, lastDay, Before(lastDay, settings.Days(ReminderKind.Deadline)), settings.IsOn(ReminderKind.LastCall) && lastCall < closes ? lastCall : closes),
            new(ReminderKind.LastCall, lastDay, lastCall, closes),
            new(ReminderKind.Eve, date, Before(date, 1), gathering.StartsAt),
            new(ReminderKind.Thanks, date, ReminderHours.On(DutchWorkingDays.OnOrAfter(date.AddDays(1))), gathering.EndsAt + LateThanks),
        ];
        return [.. all.Where(one => settings.IsOn(one.Kind) && one.At < one.Until)];
    }

    /// <summary>Those of a poll that are on. Contact officers come a working day before their colleagues; where that day would be after the closing, they come a working day earlier. The result comes once it is closed.</summary>
    /// <param name="closesAt">Exclusive.</param>
    /// <param name="askedAt">When it was first sent; nobody is reminded within a day of it. Null where it wasn't sent.</param>
    /// <param name="settings">What organisers decided.</param>
    public static IReadOnlyList<PlannedReminder> Of(DateTimeOffset closesAt, DateTimeOffset? askedAt, ReminderSettings settings)
    {
        var lastDay = LastDay(closesAt);
        var contacts = DutchWorkingDays.OnOrBefore(lastDay.AddDays(-settings.Days(ReminderKind.Poll)));
        if (settings.IsOn(ReminderKind.PollColleagues) && DayAfter(ReminderHours.On(contacts)) >= closesAt) contacts = DutchWorkingDays.OnOrBefore(contacts.AddDays(-1));
        var at = ReminderHours.On(contacts);
        if (askedAt + Patience is { } earliest && at < earliest) at = ReminderHours.OnOrAfter(earliest);
        PlannedReminder[] all =
        [
            new(ReminderKind.Poll, lastDay, at, closesAt),
            new(ReminderKind.PollColleagues, lastDay, DayAfter(at), closesAt),
            new(ReminderKind.PollResult, lastDay, ReminderHours.OnOrAfter(closesAt + UntilResult), closesAt + LateThanks) { Closing = closesAt },
        ];
        return [.. all.Where(one => settings.IsOn(one.Kind) && one.At < one.Until)];
    }

    /// <summary>The last day on which one can answer: what people are shown.</summary>
    public static DateOnly LastDay(DateTimeOffset closesAt) => DutchTime.DayOf(closesAt.AddMinutes(-1));

    private static DateTimeOffset DayAfter(DateTimeOffset moment) => ReminderHours.On(DutchWorkingDays.OnOrAfter(DutchTime.DayOf(moment).AddDays(1)));

    private static DateTimeOffset Before(DateOnly day, int days) => ReminderHours.On(DutchWorkingDays.OnOrBefore(day.AddDays(-days)));
}
