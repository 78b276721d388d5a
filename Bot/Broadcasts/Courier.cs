using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>Renders a broadcast for each recipient and hands it to Teams.</summary>
public sealed class Courier(IEnumerable<IPersonalContent> contents, IMessenger messenger, IMembers members, SharedCardRefresh shared) : ICourier
{
    private readonly Dictionary<string, IPersonalContent> kinds = contents.ToDictionary(content => content.Kind);

    public async Task<IReadOnlyList<(Recipient Recipient, string Name)>> Audience(BroadcastAudience audience, CancellationToken cancellationToken) => audience.Personally
        ? [.. (await messenger.TeamMembers(audience.Channel, cancellationToken)).Select(member => ((Recipient)new Recipient.OfMember(member.Id), member.Name))]
        : [.. (await messenger.Channels(cancellationToken)).Where(channel => channel.Id == audience.Channel).Select(channel => ((Recipient)new Recipient.OfChannel(channel.Id), $"{channel.TeamName}, {channel.Name}"))];

    public async Task<Letter?> Prepare(Broadcast broadcast, Recipient recipient, CancellationToken cancellationToken) =>
        await Render(broadcast.Content, recipient, cancellationToken) is { } card
            ? new(SharedCardRefresh.Fingerprint(card), token => messenger.Send(recipient, card, token))
            : null;

    public Task Follow(Broadcast broadcast, PostedCard posted, string fingerprint, CancellationToken cancellationToken) =>
        shared.Follow(new(broadcast.Content, posted, fingerprint), cancellationToken);

    private async Task<AdaptiveCard?> Render(BroadcastContent content, Recipient recipient, CancellationToken cancellationToken)
    {
        var kind = kinds.GetValueOrDefault(content.Kind);
        if (recipient is not Recipient.OfMember to) return kind is IChannelContent channel ? (await channel.Neutral(content.Subject, cancellationToken))?.Card : null;
        return kind is not null && await members.Find(to.Member, cancellationToken) is { } member
            ? await kind.Personal(content.Subject, member, Texts.For(member.Language), cancellationToken)
            : null;
    }
}
