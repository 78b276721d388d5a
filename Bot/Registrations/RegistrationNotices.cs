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
            var id = $"{content.Kind}.{gathering}.{notice.Member}.{notice.Ticket}";
            await send.Start(new(id, content, null, clock.GetUtcNow()), [(new Recipient.OfMember(notice.Member), "")], cancellationToken);
        }
    }
}
