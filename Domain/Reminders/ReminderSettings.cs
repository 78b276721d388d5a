using System.Collections.Immutable;

namespace LeerkringBot.Domain.Reminders;

/// <summary>Which reminders of a gathering or poll go out, and how long before.</summary>
/// <param name="Changed">What organisers decided; the rest is as <see cref="ReminderSetting.Default"/> has it.</param>
public sealed record ReminderSettings(ImmutableDictionary<ReminderKind, ReminderSetting> Changed)
{
    public static ReminderSettings Default { get; } = new(ImmutableDictionary<ReminderKind, ReminderSetting>.Empty);

    public ReminderSetting Of(ReminderKind kind) => Changed.GetValueOrDefault(kind) ?? ReminderSetting.Default(kind);

    public ReminderSettings With(ReminderKind kind, ReminderSetting setting) => new(Changed.SetItem(kind, setting));

    public bool IsOn(ReminderKind kind) => Of(kind).IsOn;

    public int Days(ReminderKind kind) => Of(kind).Days;
}
