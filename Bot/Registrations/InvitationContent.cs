using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Registrations;

/// <summary>Invitations as something to send.</summary>
public sealed class InvitationContent(Invitations invitations, IGatherings gatherings, TimeProvider clock) : IComposable
{
    public const string Name = "invitation";

    public string Kind => Name;

    public IReadOnlyList<string> Words => ["uitnodigen", "uitnodiging", "invite", "invitation"];

    public static BroadcastContent Of(GatheringId id) => new(Name, id.ToString());

    public Task<ChannelCard?> Neutral(string subject, CancellationToken cancellationToken) =>
        GatheringId.TryParse(subject, out var id) ? invitations.Neutral(id, cancellationToken) : Task.FromResult<ChannelCard?>(null);

    public Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken) =>
        GatheringId.TryParse(subject, out var id) ? invitations.Personal(id, member, texts, cancellationToken) : Task.FromResult<AdaptiveCard?>(null);

    public async Task<ComposeCard.Choices> Choices(Texts texts, CancellationToken cancellationToken) =>
        new(
            [.. (await gatherings.Coming(cancellationToken)).Select(gathering => new Choice($"{gathering.Title} ({GatheringTexts.When(gathering, texts, clock.GetUtcNow())})", gathering.Id.ToString()))],
            null);

    public async Task<Draft?> Prepare(ComposeCard.PreviewData chosen, CancellationToken cancellationToken) =>
        chosen.Subject is { } subject && await Neutral(subject, cancellationToken) is { } card && clock.GetUtcNow() < card.ChangesUntil ? new(subject, card.Card, _ => Task.CompletedTask, card.ChangesUntil) : null;
}
