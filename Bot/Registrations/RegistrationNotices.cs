using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Registrations;

/// <summary>Tells people what changed for them without their doing: each once for each time.</summary>
public sealed class RegistrationNotices(SendBroadcast send, IMembers members, TimeProvider clock) : IWorkHandler
{
    public string Kind => RegistrationWork.NotifyKind;

    public async Task Handle(string subject, CancellationToken cancellationToken)
    {
        var (gathering, notices) = RegistrationWork.ReadNotify(subject);
        foreach (var notice in notices)
            await Send(new(NoticeContent.KindOf(notice.Kind), gathering.ToString()), notice.Member, $"{notice.Kind} {notice.Occasion}", cancellationToken);
    }

    /// <param name="content">What is told.</param>
    /// <param name="member">Whom.</param>
    /// <param name="occasion">Makes it unique: doing it again sends nothing.</param>
    /// <param name="cancellationToken">Ends the storing.</param>
    public async Task Send(BroadcastContent content, MemberId member, string occasion, CancellationToken cancellationToken)
    {
        // Who was deleted meanwhile leaves no new trace.
        if (!Guest.IsGuest(member) && await members.Find(member, cancellationToken) is null) return;
        await send.ToOne(new(IdOf(content.Subject, member, occasion), content, null, null, clock.GetUtcNow()), new Recipient.OfMember(member), "", cancellationToken);
    }

    // The parts together may be longer than a storage key.
    private static string IdOf(string gathering, MemberId member, string occasion) =>
        $"notice.{Key.Hash($"{gathering} {member} {occasion}", 40)}";
}
