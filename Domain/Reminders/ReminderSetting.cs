namespace LeerkringBot.Domain.Reminders;

/// <summary>What organisers decided about one reminder.</summary>
/// <param name="IsOn">Whether it goes out.</param>
/// <param name="Days">How many days before the last day of registering or answering; 0 where there is nothing to choose.</param>
public sealed record ReminderSetting(bool IsOn, int Days)
{
    public const int FewestDays = 1;
    public const int MostDays = 60;

    /// <summary>Until an organiser changes it.</summary>
    public static ReminderSetting Default(ReminderKind kind) => new(true, kind switch
    {
        ReminderKind.Deadline => 7,
        ReminderKind.LastCall => 2,
        ReminderKind.Poll => 3,
        _ => 0,
    });

    /// <summary>Whether the day can be chosen: the others follow from the gathering, or from the reminder before.</summary>
    public static bool HasDays(ReminderKind kind) => Default(kind).Days > 0;
}
