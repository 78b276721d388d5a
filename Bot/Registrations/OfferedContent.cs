using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Cards;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Registrations;

/// <summary>"Er is een plaats vrij": the card itself says so, and has the button that takes the place.</summary>
public sealed class OfferedContent(Invitations invitations) : IPersonalContent
{
    public const string Name = "offered";

    public string Kind => Name;

    public Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken) =>
        invitations.Personal(GatheringId.Parse(subject), member.Id, null, texts, cancellationToken);
}
