using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Registrations;

/// <summary>One kind of notice: the invitation with what happened above it; nothing when that isn't so any more. Guests get it by mail.</summary>
public sealed class NoticeContent(RegistrationNoticeKind notice, Invitations invitations, GuestMails mails) : IPersonalContent
{
    public string Kind => KindOf(notice);

    /// <summary>"promoted", "offered", …</summary>
    public static string KindOf(RegistrationNoticeKind notice) => notice.ToString().ToLowerInvariant();

    public Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken) =>
        invitations.Personal(GatheringId.Parse(subject), member, (invitation, mine) => Told(invitation.Invitee?.BroughtBy, mine, texts), texts, cancellationToken);

    public Task<Mail?> Mail(string subject, MemberId guest, CancellationToken cancellationToken) =>
        mails.Write(GatheringId.Parse(subject), guest, (brought, mine) => Told(brought, mine, Texts.Dutch), cancellationToken);

    private (bool, string?) Told(string? broughtBy, MyRegistration mine, Texts texts) => (notice, mine) switch
    {
        (RegistrationNoticeKind.Promoted, MyRegistration.Coming) => (true, texts["Registration.Promoted"]),
        (RegistrationNoticeKind.TrackPromoted, MyRegistration.Coming) => (true, texts["Registration.TrackPromoted"]),
        (RegistrationNoticeKind.Offered, MyRegistration.Waiting { Offered: true }) => (true, null),
        (RegistrationNoticeKind.Brought, MyRegistration.Coming or MyRegistration.Waiting or MyRegistration.Provisional) =>
            (true, $"{texts.Plain("Registration.Brought", broughtBy ?? texts["Registration.AColleague"])} {InvitationStanding.Text(mine, texts)}"),
        (RegistrationNoticeKind.CancelledForYou, MyRegistration.NotComing) => (true, texts.Plain("Registration.CancelledForYou", broughtBy ?? texts["Registration.AColleague"])),
        (RegistrationNoticeKind.Confirmed, MyRegistration.Coming) => (true, texts["Registration.Confirmed"]),
        (RegistrationNoticeKind.Confirmed, MyRegistration.Waiting { Offered: false } waiting) => (true, texts.Plain("Registration.ConfirmedWaiting", waiting.Position)),
        (RegistrationNoticeKind.Confirmed, MyRegistration.Waiting) => (true, null),
        (RegistrationNoticeKind.Refused, MyRegistration.Refused) => (true, null),
        _ => (false, null),
    };
}
