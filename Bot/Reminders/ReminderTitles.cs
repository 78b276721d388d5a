using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Bot.Reminders;

/// <summary>"Herinnering: Startbijeenkomst".</summary>
public sealed class ReminderTitles(ISubjects subjects) : IContentTitle
{
    public bool Knows(BroadcastContent content) => content.Kind == SilentReminder.Name || KindOf(content) is not null;

    public async Task<string?> Of(BroadcastContent content, Texts texts, CancellationToken cancellationToken)
    {
        if (content.Kind == SilentReminder.Name)
            return Subject.Find("p|" + content.Subject) is { } poll && await subjects.Title(poll, cancellationToken) is { } question ? texts.Plain("Reminder.Title", question) : null;
        if (KindOf(content) is not { } kind || ReminderBroadcast.Read(content.Subject) is not var (id, _)) return null;
        var prefix = kind is ReminderKind.Poll or ReminderKind.PollColleagues or ReminderKind.PollResult ? "p|" : "g|";
        return Subject.Find(prefix + id) is { } subject && await subjects.Title(subject, cancellationToken) is { } title
            ? texts.Plain(kind switch { ReminderKind.Thanks => "Reminder.ThanksSummary", ReminderKind.PollResult => "Reminder.ResultTitle", _ => "Reminder.Title" }, title)
            : null;
    }

    private static ReminderKind? KindOf(BroadcastContent content)
    {
        foreach (var kind in Enum.GetValues<ReminderKind>())
            if (content.Kind == ReminderBroadcast.ContentOf(kind)) return kind;
        return null;
    }
}
