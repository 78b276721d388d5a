using System.Security.Cryptography;
using System.Text;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Registrations;

/// <summary>Tells people on the waiting list that a place came free: each once for each time.</summary>
public sealed class RegistrationNotices(SendBroadcast send, TimeProvider clock) : IWorkHandler
{
    public string Kind => RegistrationWork.NotifyKind;

    public async Task Handle(string subject, CancellationToken cancellationToken)
    {
        var (gathering, notices) = RegistrationWork.ReadNotify(subject);
        foreach (var notice in notices)
        {
            var content = new BroadcastContent(notice.Kind == RegistrationNoticeKind.Promoted ? PromotedContent.Name : OfferedContent.Name, gathering.ToString());
            await send.ToOne(new(IdOf(gathering, notice), content, null, null, clock.GetUtcNow()), new Recipient.OfMember(notice.Member), "", cancellationToken);
        }
    }

    // The parts together may be longer than a storage key.
    private static string IdOf(GatheringId gathering, RegistrationNotice notice) =>
        $"notice.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{gathering} {notice.Member} {notice.Kind} {notice.Occasion}")))[..40]}";
}
