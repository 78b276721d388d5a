using System.Globalization;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Tests.Reminders;

/// <summary>Against the days as calendars print them.</summary>
public sealed class DutchWorkingDaysTests
{
    /// <summary>Good Friday, Easter Monday, King's Day, Ascension Day and Whit Monday of each year; the others have one date.</summary>
    private static readonly string[] Printed =
    [
        "2024-03-29 2024-04-01 2024-04-27 2024-05-09 2024-05-20",
        "2025-04-18 2025-04-21 2025-04-26 2025-05-29 2025-06-09",
        "2026-04-03 2026-04-06 2026-04-27 2026-05-14 2026-05-25",
        "2027-03-26 2027-03-29 2027-04-27 2027-05-06 2027-05-17",
        "2028-04-14 2028-04-17 2028-04-27 2028-05-25 2028-06-05",
        "2029-03-30 2029-04-02 2029-04-27 2029-05-10 2029-05-21",
        "2030-04-19 2030-04-22 2030-04-27 2030-05-30 2030-06-10",
    ];

    [Fact]
    public void From_2024_to_2030_exactly_the_printed_holidays_and_weekends_are_free()
    {
        var holidays = Printed.SelectMany(year => year.Split(' ')).Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Concat(Enumerable.Range(2024, 7).SelectMany(year => new DateOnly[] { new(year, 1, 1), new(year, 5, 5), new(year, 12, 25), new(year, 12, 26) }))
            .ToHashSet();

        for (var day = new DateOnly(2024, 1, 1); day.Year <= 2030; day = day.AddDays(1))
            Assert.True(DutchWorkingDays.Includes(day) == (!holidays.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)), $"{day:yyyy-MM-dd}");
    }

    [Theory]
    // The earliest and the latest Easter there can be, and two that simple rules get wrong.
    [InlineData(1818, 3, 22)]
    [InlineData(2038, 4, 25)]
    [InlineData(1954, 4, 18)]
    [InlineData(2076, 4, 19)]
    public void Easter_Monday_is_free_in_rare_years_too(int year, int month, int sunday)
    {
        Assert.False(DutchWorkingDays.Includes(new DateOnly(year, month, sunday).AddDays(1)));
        Assert.False(DutchWorkingDays.Includes(new DateOnly(year, month, sunday).AddDays(-2)));
        Assert.True(DutchWorkingDays.Includes(new DateOnly(year, month, sunday).AddDays(-3)));
    }

    [Theory]
    [InlineData("2027-01-28", "2027-01-28", "2027-01-28")]
    [InlineData("2027-01-31", "2027-01-29", "2027-02-01")]
    [InlineData("2027-03-28", "2027-03-25", "2027-03-30")]
    [InlineData("2026-12-25", "2026-12-24", "2026-12-28")]
    public void The_nearest_working_days_pass_over_weekends_and_holidays(string day, string before, string after)
    {
        Assert.Equal(Day(before), DutchWorkingDays.OnOrBefore(Day(day)));
        Assert.Equal(Day(after), DutchWorkingDays.OnOrAfter(Day(day)));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
