using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Ideas;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Reminders;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Bot.Reminders;

/// <summary>Thanks, and "deel uw ideeën"; guests get it by mail. Nothing where the gathering turned out to be on another day.</summary>
public sealed class ThanksReminder(IGatherings gatherings, IRegistrationStore registrations, INetwork network, IdeaDoors ideas, TimeProvider clock) : IReminderContent
{
    public string Kind => ReminderBroadcast.ContentOf(ReminderKind.Thanks);

    public async Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken) =>
        await Attended(subject, member.Id, cancellationToken) is var (gathering, _)
            ? MutedCard.Under(ThanksCard.Render(gathering, ideas.Of(new Subject.OfGathering(gathering.Id), gathering.Title, texts), clock.GetUtcNow(), texts), texts)
            : null;

    public async Task<Mail?> Mail(string subject, MemberId guest, CancellationToken cancellationToken) =>
        await Attended(subject, guest, cancellationToken) is (var gathering, { } known)
            ? ThanksCard.Mail(gathering, known.Name, known.Email, await Mailbox(cancellationToken), clock.GetUtcNow(), Texts.Dutch)
            : null;

    private async Task<(Gathering Gathering, Guest? Guest)?> Attended(string subject, MemberId who, CancellationToken cancellationToken) =>
        ReminderBroadcast.Read(subject) is var (text, about)
        && GatheringId.TryParse(text, out var id)
        && await registrations.Read(id, who, cancellationToken) is ({ IsCancelled: false } sheet, { } registration)
        && MyRegistration.Of(sheet, registration) is MyRegistration.Coming
        && await gatherings.Find(id, sheet.Revision, cancellationToken) is { } gathering
        && gathering.Date == about && gathering.EndsAt <= clock.GetUtcNow()
            ? (gathering, registration.Guest)
            : null;

    private async ValueTask<string> Mailbox(CancellationToken cancellationToken) => (await network.Current(cancellationToken)).Mailbox;
}
