using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>An organiser picks the persons, municipalities or roles that something goes to. Whatever is pressed, what was ticked is kept.</summary>
public sealed class PickFeature(BroadcastDrafts drafts, ComposingCards cards, Picking picking, ManageFeature manage, OrganiserGate organisers) : IFeature
{
    private const int LongestWords = 1_000;

    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(PickCard.Search, Of((draft, click, cancellationToken) =>
        {
            // Other words begin a new list.
            var words = Words(click.Data);
            return cards.Pick(draft, words, words == (click.Data.Found ?? "") ? click.Data.From : 0, null, click.Texts, cancellationToken);
        })),
        CardRoute.To(PickCard.AddAll, Of(async (draft, click, cancellationToken) =>
        {
            var found = await picking.All(draft.Audience!.Kind, click.Data.Found ?? "", click.Texts, cancellationToken);
            return await cards.Pick(await Choose(draft, chosen => chosen.Union(found), click.Who.Id, cancellationToken), click.Data.Found ?? "", 0, null, click.Texts, cancellationToken);
        })),
        CardRoute.To(PickCard.Leave, Of((draft, click, cancellationToken) => cards.Compose(BroadcastDrafts.Chosen(draft), null, click.Texts, cancellationToken))),
        CardRoute.To(PickCard.Done, Of((draft, click, cancellationToken) => draft.Audience!.Subject.Length == 0
            ? cards.Pick(draft, Words(click.Data), 0, click.Texts["Pick.First"], click.Texts, cancellationToken)
            : cards.Open(draft, null, click.Texts, cancellationToken))),
    ];

    private Func<CardClick<PickCard.PickData>, CancellationToken, Task<Reply>> Of(Func<Broadcast, CardClick<PickCard.PickData>, CancellationToken, Task<Reply>> handle) =>
        organisers.Only<PickCard.PickData>(async (click, cancellationToken) =>
        {
            if (await drafts.Find(click.Data.Draft, cancellationToken) is not { } draft) return await manage.Gone(click.Data.Draft, click, cancellationToken);
            if (!cards.IsPicked(draft.Audience)) return await cards.Open(draft, null, click.Texts, cancellationToken);
            var shown = Picking.Ids(click.Data.Shown ?? "");
            var known = (await picking.All(draft.Audience!.Kind, "", click.Texts, cancellationToken)).ToHashSet();
            // A list without a tick isn't sent by every client.
            var ticked = (click.Data.Ticked ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(id => shown.Contains(id) && known.Contains(id));
            return await handle(await Choose(draft, chosen => chosen.Except(shown).Concat(ticked), click.Who.Id, cancellationToken), click, cancellationToken);
        });

    private Task<Broadcast> Choose(Broadcast draft, Func<IEnumerable<string>, IEnumerable<string>> choose, MemberId by, CancellationToken cancellationToken) => drafts.Keep(
        draft.Id,
        draft.Content,
        by,
        now => now.Audience is { } audience && audience.Kind == draft.Audience!.Kind ? now with { Audience = audience with { Subject = Picking.Subject(choose(Picking.Ids(audience.Subject))) } } : now,
        cancellationToken);

    private static string Words(PickCard.PickData data) => data.Words is not { } words ? "" : (words.Length > LongestWords ? words[..LongestWords] : words).Trim();
}
