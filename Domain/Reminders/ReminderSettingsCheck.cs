using System.Collections.Immutable;
using System.Globalization;

namespace LeerkringBot.Domain.Reminders;

/// <summary>Checks what an organiser chose for the reminders of a gathering or poll.</summary>
/// <param name="Settings">With all that can be; what can't, stays as it was.</param>
/// <param name="Mistakes">By the reminder whose days they are about. A reminder that is off has none.</param>
public sealed record ReminderSettingsCheck(ReminderSettings Settings, ImmutableDictionary<ReminderKind, ReminderMistake> Mistakes)
{
    /// <param name="subject">Of which.</param>
    /// <param name="current">What stands.</param>
    /// <param name="chosen">Per reminder: on, off, or null where it wasn't on the card; and the days as typed.</param>
    public static ReminderSettingsCheck Of(Subject subject, ReminderSettings current, Func<ReminderKind, (bool? IsOn, string? Days)> chosen)
    {
        var (settings, mistakes) = (current, ImmutableDictionary.CreateBuilder<ReminderKind, ReminderMistake>());
        foreach (var kind in subject.Kinds())
        {
            var before = current.Of(kind);
            var (on, typed) = chosen(kind);
            var isOn = on ?? before.IsOn;
            var days = ReminderSetting.HasDays(kind) && typed is not null ? Days(typed) : before.Days;
            if (days is null && isOn) mistakes[kind] = ReminderMistake.NotSoManyDays;
            settings = settings.With(kind, new(isOn, days ?? before.Days));
        }

        if (mistakes.Count == 0 && settings.IsOn(ReminderKind.Deadline) && settings.IsOn(ReminderKind.LastCall) && settings.Days(ReminderKind.LastCall) >= settings.Days(ReminderKind.Deadline))
            mistakes[ReminderKind.LastCall] = ReminderMistake.NotAfterTheFirst;
        return new(settings, mistakes.ToImmutable());
    }

    private static int? Days(string typed) =>
        int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= ReminderSetting.FewestDays and <= ReminderSetting.MostDays ? days : null;
}

public enum ReminderMistake
{
    /// <summary>No whole number within bounds.</summary>
    NotSoManyDays,

    /// <summary>The last call must come after the first reminder.</summary>
    NotAfterTheFirst,
}
