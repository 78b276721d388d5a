using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Registrations;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Cards.Reminders;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Bot.Reminders;

/// <summary>"Morgen is het zover": the invitation with its practicalities and programme, for who comes. Guests get it by mail.</summary>
public sealed class EveReminder(IGatherings gatherings, Invitations invitations, GuestMails mails, TimeProvider clock) : IReminderContent
{
    public string Kind => ReminderBroadcast.ContentOf(ReminderKind.Eve);

    public async Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken)
    {
        if (ReminderBroadcast.Read(subject) is not var (id, about) || !GatheringId.TryParse(id, out var gathering)) return null;
        var card = await invitations.Personal(
            gathering,
            member,
            (invitation, mine) => (mine is MyRegistration.Coming && IsStill(invitation.Gathering, about), Line(about, texts)),
            texts,
            cancellationToken);
        return card is null ? null : MutedCard.Under(card, texts);
    }

    public async Task<Mail?> Mail(string subject, MemberId guest, CancellationToken cancellationToken)
    {
        if (ReminderBroadcast.Read(subject) is not var (id, about)
            || !GatheringId.TryParse(id, out var gatheringId)
            || await gatherings.Find(gatheringId, cancellationToken) is not { } gathering
            || !IsStill(gathering, about)) return null;
        return await mails.Write(gatheringId, guest, (_, mine) => (mine is MyRegistration.Coming, Text(gathering)), cancellationToken);
    }

    private bool IsStill(Gathering gathering, DateOnly about) => gathering.Date == about && gathering.Cancellation is null && clock.GetUtcNow() < gathering.StartsAt;

    private string Text(Gathering gathering)
    {
        var (texts, line) = (Texts.Dutch, Line(gathering.Date, Texts.Dutch));
        return gathering.Programme.IsEmpty
            ? texts.Plain("Reminder.EveMailShort", line)
            : texts.Plain("Reminder.EveMail", line, string.Join('\n', gathering.Programme.Select(item => texts.Plain(
                "Reminder.EveItem",
                GatheringTexts.Span(item.Start, item.End, texts),
                item.Room is null ? item.Title : texts.Plain("Invitation.Room", item.Title, item.Room)))));
    }

    private string Line(DateOnly date, Texts texts)
    {
        var today = DutchTime.DayOf(clock.GetUtcNow());
        return (date.DayNumber - today.DayNumber) switch
        {
            <= 0 => texts["Reminder.EveToday"],
            1 => texts["Reminder.EveTomorrow"],
            _ => texts.Plain("Reminder.EveOn", texts.Day(date, today.Year)),
        };
    }
}
