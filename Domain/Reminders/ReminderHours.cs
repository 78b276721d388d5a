namespace LeerkringBot.Domain.Reminders;

/// <summary>When people are reminded: on Dutch working days from 08.30 until 17.30, on the Dutch wall clock.</summary>
public static class ReminderHours
{
    private static readonly TimeOnly First = new(8, 30);
    private static readonly TimeOnly End = new(17, 30);
    private static readonly TimeOnly Usual = new(9, 0);

    /// <summary>08.30 is in, 17.30 is not.</summary>
    public static bool Include(DateTimeOffset now)
    {
        var local = DutchTime.WallClock(now);
        var time = TimeOnly.FromDateTime(local);
        return First <= time && time < End && DutchWorkingDays.Includes(DateOnly.FromDateTime(local));
    }

    /// <summary>The moment itself where it is among them, otherwise 09.00 on the first working day that is to come.</summary>
    public static DateTimeOffset OnOrAfter(DateTimeOffset moment)
    {
        if (Include(moment)) return moment;
        var local = DutchTime.WallClock(moment);
        var day = DateOnly.FromDateTime(local);
        return On(DutchWorkingDays.OnOrAfter(TimeOnly.FromDateTime(local) < First ? day : day.AddDays(1)));
    }

    /// <summary>The moment at which reminders of a day go out: 09.00.</summary>
    public static DateTimeOffset On(DateOnly day) => DutchTime.At(day, Usual);
}
