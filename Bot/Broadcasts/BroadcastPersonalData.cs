using LeerkringBot.Bot.Members;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>What somebody was sent, and what they sent as an organiser.</summary>
public sealed class BroadcastPersonalData(IBroadcastStore broadcasts, BroadcastTitles names, IEnumerable<IPersonalContent> contents) : IPersonalData
{
    private readonly Dictionary<string, IPersonalContent> kinds = contents.ToDictionary(content => content.Kind);

    public int Order => 30;

    public async Task<IReadOnlyList<PersonalItem>> Of(Member member, CancellationToken cancellationToken)
    {
        var texts = Texts.For(member.Language);
        var titles = new Dictionary<BroadcastContent, string>();
        var (received, sent) = await broadcasts.Of(member.Id, cancellationToken);
        var items = new List<PersonalItem>();
        foreach (var (broadcast, delivery) in received)
        {
            items.Add(new(texts["Delivery.Mine"],
            [
                new(texts["Delivery.MyMessage"], await Title(broadcast)),
                new(texts["Delivery.MyMoment"], PersonalTime.Of(delivery.ClaimedAt ?? broadcast.At)),
                new(texts["Delivery.MyState"], texts[$"DeliveryState.{delivery.State}"]),
            ]));
        }

        foreach (var broadcast in sent)
            items.Add(new(texts["Delivery.SentByMe"], [new(texts["Delivery.MyMessage"], await Title(broadcast)), new(texts["Delivery.MyMoment"], PersonalTime.Of(broadcast.At))]));
        return items;

        async Task<string> Title(Broadcast broadcast)
        {
            if (broadcast.Text is { } text) return text.Title;
            var content = broadcast.Content;
            if (titles.TryGetValue(content, out var known)) return known;
            if (await names.Of(broadcast, member, texts, cancellationToken) is { Length: > 0 } name) return titles[content] = name;
            var card = kinds.TryGetValue(content.Kind, out var kind) ? await kind.Personal(content.Subject, member, texts, cancellationToken) : null;
            return titles[content] = card?.Summary ?? $"{content.Kind} {content.Subject}";
        }
    }

    public Task Forget(MemberId member, CancellationToken cancellationToken) => broadcasts.Forget(member, cancellationToken);
}
