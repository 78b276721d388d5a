using System.Globalization;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Bot.Reminders;

/// <summary>A reminder as something to send. Its id is made of what it is: starting it twice, or from two instances, is starting it once.</summary>
public static class ReminderBroadcast
{
    private const char Separator = '_';
    private const string DayFormat = "yyyy-MM-dd";

    public static Broadcast Of(Subject subject, PlannedReminder reminder, DateTimeOffset now) => new(
        IdOf(subject, reminder.Kind, reminder.About, reminder.Closing),
        new(ContentOf(reminder.Kind), SubjectOf(subject.Id, reminder.About, reminder.Closing)),
        AudienceOf(subject, reminder.Kind),
        null,
        now);

    /// <summary>Another day is another reminder: what is moved is reminded of anew.</summary>
    public static string IdOf(Subject subject, ReminderKind kind, DateOnly about, DateTimeOffset? closing = null) =>
        // The parts together may be longer than a storage key.
        $"reminder.{Key.Hash($"{subject.Key} {kind} {Text(about, closing)}", 40)}";

    /// <summary>"reminder-eve", "reminder-poll", …</summary>
    public static string ContentOf(ReminderKind kind) => $"reminder-{kind.ToString().ToLowerInvariant()}";

    public static string SubjectOf(string id, DateOnly about, DateTimeOffset? closing = null) => $"{id}{Separator}{Text(about, closing)}";

    /// <returns>The id of the gathering or poll, and the day it is about; null where the text is not the subject of a reminder.</returns>
    public static (string Id, DateOnly About)? Read(string subject) =>
        subject.Split(Separator) is [var id, var day, ..] && DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var about) ? (id, about) : null;

    public static Audience AudienceOf(Subject subject, ReminderKind kind) => new(
        ReminderAudience.KindOf(kind switch
        {
            ReminderKind.Deadline or ReminderKind.LastCall => Registrations.UnansweredAudience.Name,
            ReminderKind.Eve or ReminderKind.Thanks => Registrations.RegisteredAudience.Name,
            ReminderKind.Poll => Polls.SilentAudience.NameOf(Polls.SilentPart.Contacts),
            ReminderKind.PollColleagues => Polls.SilentAudience.NameOf(Polls.SilentPart.Colleagues),
            ReminderKind.PollResult => Polls.AnsweredAudience.Name,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        }),
        subject.Id);

    private static string Text(DateOnly day, DateTimeOffset? closing) =>
        day.ToString(DayFormat, CultureInfo.InvariantCulture) + (closing is { } at ? string.Create(CultureInfo.InvariantCulture, $"{Separator}{at.UtcTicks}") : "");
}
