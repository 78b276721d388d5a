using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Cards;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Registrations;

/// <summary>"Er is een plaats vrijgekomen", with the invitation as it stands for that person now.</summary>
public sealed class PromotedContent(Invitations invitations) : IPersonalContent
{
    public const string Name = "promoted";

    public string Kind => Name;

    public Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken) =>
        invitations.Personal(GatheringId.Parse(subject), member.Id, texts["Registration.Promoted"], texts, cancellationToken);
}
