namespace LeerkringBot.Domain.Reminders;

public static class ReminderKinds
{
    /// <summary>The reminders there are of something, first one first.</summary>
    public static IReadOnlyList<ReminderKind> Kinds(this Subject subject) => subject is Subject.OfGathering
        ? [ReminderKind.Deadline, ReminderKind.LastCall, ReminderKind.Eve, ReminderKind.Thanks]
        : [ReminderKind.Poll, ReminderKind.PollColleagues, ReminderKind.PollResult];
}
