using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Registrations;

/// <summary>When a gathering was moved: everybody who wants to come hears it. When it was cancelled: everybody who answered. Once for each time; and every card that was sent follows.</summary>
public sealed class TellRegistered(IRegistrationStore registrations, RegistrationNotices notices, DeliveredCards delivered, SharedCardRefresh shared) : IWorkHandler
{
    public string Kind => RegistrationWork.TellKind;

    public async Task Handle(string subject, CancellationToken cancellationToken)
    {
        var (id, revision) = RegistrationWork.ReadTell(subject);
        // A later change is told by its own item, and says all there is to say.
        if (await registrations.Sheet(id, cancellationToken) is not { } sheet || sheet.Revision != revision) return;

        shared.Changed(InvitationContent.Of(id));
        await delivered.Refresh(InvitationContent.Of(id), cancellationToken);
        foreach (var one in await registrations.All(id, cancellationToken))
            if (one.Wants || sheet.IsCancelled) await notices.Send(new(RevisionContent.Name, id.ToString()), one.Member, $"revision {revision}", cancellationToken);
    }
}
