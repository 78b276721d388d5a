using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Bot.Reminders;

/// <summary>"Herinnering: Startbijeenkomst".</summary>
public sealed class ReminderTitles(ISubjects subjects) : IContentTitle
{
    public bool Knows(BroadcastContent content) => KindOf(content) is not null;

    public async Task<string?> Of(BroadcastContent content, Texts texts, CancellationToken cancellationToken)
    {
        if (KindOf(content) is not { } kind || ReminderBroadcast.Read(content.Subject) is not var (id, _)) return null;
        var prefix = kind is ReminderKind.Poll or ReminderKind.PollColleagues ? "p|" : "g|";
        return Subject.Find(prefix + id) is { } subject && await subjects.Title(subject, cancellationToken) is { } title
            ? texts.Plain(kind == ReminderKind.Thanks ? "Reminder.ThanksSummary" : "Reminder.Title", title)
            : null;
    }

    private static ReminderKind? KindOf(BroadcastContent content)
    {
        foreach (var kind in Enum.GetValues<ReminderKind>())
            if (content.Kind == ReminderBroadcast.ContentOf(kind)) return kind;
        return null;
    }
}
