using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Registrations;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Reminders;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Bot.Reminders;

/// <summary>The invitation, with until when one can register; nothing for who answered, or once that day is another.</summary>
public sealed class DeadlineReminder(ReminderKind kind, Invitations invitations) : IReminderContent
{
    public string Kind => ReminderBroadcast.ContentOf(kind);

    public async Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken)
    {
        if (ReminderBroadcast.Read(subject) is not var (id, about) || !GatheringId.TryParse(id, out var gathering)) return null;
        var card = await invitations.Personal(
            gathering,
            member,
            (invitation, mine) => (
                mine is MyRegistration.None && invitation.Gathering.LastRegistrationDay == about && !invitation.Sheet.IsCancelled && invitation.Now < invitation.Sheet.ClosesAt,
                texts.Plain("Reminder.DeadlineLine", texts.Day(about, DutchTime.DayOf(invitation.Now).Year))),
            texts,
            cancellationToken);
        return card is null ? null : MutedCard.Under(card, texts);
    }
}
