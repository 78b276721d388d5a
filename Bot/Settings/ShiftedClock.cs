using System.Globalization;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure;

namespace LeerkringBot.Bot.Settings;

/// <summary>A clock that starts at another moment and runs on, so that a person sees what happens on another day. Development only.</summary>
public sealed class ShiftedClock(DateTimeOffset startAt) : TimeProvider
{
    private readonly TimeSpan shift = startAt - System.GetUtcNow();

    /// <summary>The clock that <c>Clock:StartAt</c> means: a local Dutch time such as 2027-01-27T09:00, or an instant with its offset.</summary>
    /// <exception cref="ConfigurationFaultException">It is not a moment.</exception>
    public static TimeProvider Read(IConfiguration configuration)
    {
        if (configuration["Clock:StartAt"] is not { } text) return System;
        if (DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment))
        {
            return new ShiftedClock(moment.Kind == DateTimeKind.Unspecified
                ? DutchTime.At(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment))
                : new DateTimeOffset(moment));
        }

        throw new ConfigurationFaultException($"Clock:StartAt is '{text}'; it must be a moment such as 2027-01-27T09:00.");
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;
}
