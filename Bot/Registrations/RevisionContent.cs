using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Cards;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Registrations;

/// <summary>"Deze bijeenkomst is verplaatst" or "gaat niet door": the invitation itself says so, with what was and what is.</summary>
public sealed class RevisionContent(Invitations invitations, GuestMails mails) : IPersonalContent
{
    public const string Name = "revision";

    public string Kind => Name;

    public Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken) =>
        invitations.Personal(GatheringId.Parse(subject), member, (invitation, _) => (true, invitation.Sheet.IsCancelled ? null : texts["Registration.GatheringMoved"]), texts, cancellationToken);

    public Task<Mail?> Mail(string subject, MemberId guest, CancellationToken cancellationToken) =>
        mails.Write(GatheringId.Parse(subject), guest, (_, _) => (true, Texts.Dutch["GuestMail.Revised"]), cancellationToken);
}
