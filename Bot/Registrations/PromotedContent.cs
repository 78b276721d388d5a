using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Cards;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Registrations;

/// <summary>"Er is een plaats vrijgekomen", with the invitation; nothing when the person has cancelled meanwhile.</summary>
public sealed class PromotedContent(Invitations invitations) : IPersonalContent
{
    public const string Name = "promoted";

    public string Kind => Name;

    public Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken) =>
        invitations.Promoted(GatheringId.Parse(subject), member.Id, texts, cancellationToken);
}
