using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Polls;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Reminders;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Bot.Reminders;

/// <summary>The poll as it ended, for who answered; nothing where it was opened again, also where it has closed since.</summary>
public sealed class PollResultReminder(IPollStore polls, PollCards cards, TimeProvider clock) : IReminderContent
{
    public string Kind => ReminderBroadcast.ContentOf(ReminderKind.PollResult);

    public async Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken)
    {
        if (ReminderBroadcast.Read(subject) is not var (text, about)
            || !PollId.TryParse(text, out var id)
            || await polls.Find(id, cancellationToken) is not { } poll
            || !poll.IsFinal(clock.GetUtcNow()) || subject != ReminderBroadcast.SubjectOf(text, about, poll.ClosesAt)) return null;
        return MutedCard.Under(await cards.Personal(poll, member, texts["Reminder.ResultLine"], texts, cancellationToken), texts);
    }
}
