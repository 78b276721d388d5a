using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Cards;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Registrations;

/// <summary>"Er is een plaats vrij": the invitation itself says so, and has the button that takes the place; nothing when it is taken already.</summary>
public sealed class OfferedContent(Invitations invitations) : IPersonalContent
{
    public const string Name = "offered";

    public string Kind => Name;

    public Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken) =>
        invitations.Offered(GatheringId.Parse(subject), member.Id, texts, cancellationToken);
}
