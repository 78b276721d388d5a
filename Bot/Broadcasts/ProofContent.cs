using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>What a draft will look like, sent to the organiser alone.</summary>
/// <param name="drafts">Made later: they render through what they are part of.</param>
public sealed class ProofContent(Lazy<BroadcastDrafts> drafts) : IPersonalContent
{
    public const string Name = "proof";

    public string Kind => Name;

    public async Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken) =>
        await drafts.Value.Find(subject, cancellationToken) is { } draft && await drafts.Value.Personal(draft, member, cancellationToken) is { } card ? ProofCard.Render(card, texts) : null;
}
