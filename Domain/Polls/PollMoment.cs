using System.Globalization;

namespace LeerkringBot.Domain.Polls;

/// <param name="Date">Dutch.</param>
/// <param name="Start">Dutch wall clock.</param>
/// <param name="End">After <paramref name="Start"/>.</param>
public sealed record PollMoment(DateOnly Date, TimeOnly Start, TimeOnly End)
{
    public DateTimeOffset StartsAt() => DutchTime.At(Date, Start);

    /// <summary>"2027-02-04 13:30-16:30", as a draft holds it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Date:yyyy-MM-dd} {Start:HH:mm}-{End:HH:mm}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static PollMoment? Read(string text) =>
        text.Split(' ') is [var day, var times] && times.Split('-') is [var start, var end] ? Read(day, start, end) : null;

    /// <returns>Null when one of them can't be read.</returns>
    public static PollMoment? Read(string day, string start, string end) =>
        DateOnly.TryParseExact(day.Trim(), PollText.Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 2000 and <= 9000
        && TimeOnly.TryParseExact(start.Trim(), PollText.Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
        && TimeOnly.TryParseExact(end.Trim(), PollText.Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var to)
            ? new(date, from, to)
            : null;

    /// <summary>What can't be, whenever it is looked at: the clock skips an hour in spring.</summary>
    public PollFault? Fault() =>
        End <= Start ? PollFault.NotAfterStart
        : DutchTime.Zone.IsInvalidTime(Date.ToDateTime(Start)) || DutchTime.Zone.IsInvalidTime(Date.ToDateTime(End)) ? PollFault.Skipped
        : null;
}
