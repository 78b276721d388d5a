namespace LeerkringBot.Domain.Reminders;

/// <summary>Days on which Dutch offices work: no weekend, and no holiday of the Algemene termijnenwet, article 3. Liberation Day is one every year; Good Friday too.</summary>
public static class DutchWorkingDays
{
    private const int GoodFriday = -2;
    private const int EasterMonday = 1;
    private const int AscensionDay = 39;
    private const int WhitMonday = 50;

    public static bool Includes(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>The day itself, or the last working day before it.</summary>
    public static DateOnly OnOrBefore(DateOnly day)
    {
        while (!Includes(day)) day = day.AddDays(-1);
        return day;
    }

    /// <summary>The day itself, or the first working day after it.</summary>
    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (!Includes(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>What can only be in a weekend is not asked for: Easter and Whit Sunday, and King's Day on the 26th, which it is where the 27th is a Sunday.</summary>
    private static bool IsHoliday(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) or (4, 27) or (5, 5) or (12, 25) or (12, 26) => true,
        _ => (day.DayNumber - EasterSunday(day.Year).DayNumber) is GoodFriday or EasterMonday or AscensionDay or WhitMonday,
    };

    /// <summary>The Gregorian computus as Meeus, Jones and Butcher give it (Meeus, Astronomical Algorithms, chapter 8).</summary>
    private static DateOnly EasterSunday(int year)
    {
        var (golden, century, rest) = (year % 19, year / 100, year % 100);
        var skipped = century - (century / 4) - (((8 * century) + 13) / 25);
        var moon = ((19 * golden) + skipped + 15) % 30;
        var sunday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - moon - (rest % 4)) % 7;
        var late = (golden + (11 * moon) + (22 * sunday)) / 451;
        var days = moon + sunday - (7 * late) + 114;
        return new(year, days / 31, (days % 31) + 1);
    }
}
