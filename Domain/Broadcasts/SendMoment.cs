using System.Globalization;

namespace LeerkringBot.Domain.Broadcasts;

/// <summary>When something is to be sent, as an organiser fills it in: a day and a time in the Netherlands.</summary>
public static class SendMoment
{
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(366);

    /// <summary>What is wrong with it.</summary>
    public enum Mistake
    {
        /// <summary>There is no day or no time.</summary>
        MomentFirst,
        Past,

        /// <summary>More than a year away.</summary>
        TooFar,

        /// <summary>The clock jumps over it in spring.</summary>
        Skipped,

        /// <summary>What is sent is over by then.</summary>
        Over,
    }

    /// <param name="day">yyyy-MM-dd.</param>
    /// <param name="time">HH:mm; one that comes twice in autumn is the first of the two.</param>
    /// <param name="until">When what is sent is over; null where it never is.</param>
    /// <param name="now">The moment itself.</param>
    /// <returns>Either the moment or what is wrong.</returns>
    public static (DateTimeOffset? Moment, Mistake? Mistake) Read(string? day, string? time, DateTimeOffset? until, DateTimeOffset now)
    {
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            || !TimeOnly.TryParseExact(time, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)) return (null, Mistake.MomentFirst);
        // Before anything is computed that a far year can't bear.
        if (Math.Abs(on.Year - now.Year) > 2) return (null, on.Year < now.Year ? Mistake.Past : Mistake.TooFar);
        if (!DutchTime.Exists(on, at)) return (null, Mistake.Skipped);
        var moment = DutchTime.At(on, at);
        return moment <= now ? (null, Mistake.Past)
            : moment > now + Farthest ? (null, Mistake.TooFar)
            : moment >= until ? (null, Mistake.Over)
            : (moment, null);
    }
}
