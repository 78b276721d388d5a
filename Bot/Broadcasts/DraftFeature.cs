using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>What an organiser does with a draft: go on, throw away, get a proof; and what becomes one again: a copy, what was scheduled.</summary>
public sealed class DraftFeature(
    IBroadcastStore broadcasts,
    BroadcastDrafts drafts,
    BroadcastTitles titles,
    ComposingCards cards,
    BroadcastList list,
    ManageFeature manage,
    SendBroadcast send,
    OrganiserGate organisers,
    TimeProvider clock) : IFeature
{
    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(DeliveryCard.Open, OfDraft<DeliveryCard.ShowData>(data => data.Broadcast, (draft, click, cancellationToken) => cards.Open(draft, null, click.Texts, cancellationToken))),
        CardRoute.To(DiscardCard.Ask, OfDraft<DeliveryCard.ShowData>(data => data.Broadcast, async (draft, click, cancellationToken) =>
            DiscardCard.Render(draft.Id, await titles.Of(draft, await click.Who.Member, click.Texts, cancellationToken) is { Length: > 0 } title ? title : click.Texts["Draft.NoTitle"], click.Texts))),
        CardRoute.To(DiscardCard.Sure, organisers.Only<DeliveryCard.ShowData>(Discard)),
        CardRoute.To(PreviewCard.Proof, OfDraft<PreviewCard.ProofData>(data => data.Draft, Proof)),
        CardRoute.To(DeliveryCard.Copy, organisers.Only<DeliveryCard.DuplicateData>(Copy)),
        CardRoute.To(DeliveryCard.Revise, organisers.Only<DeliveryCard.ShowData>(Revise)),
        CardRoute.To(DeliveryCard.SendNow, organisers.Only<DeliveryCard.ShowData>(SendNow)),
    ];

    private async Task<Reply> Discard(CardClick<DeliveryCard.ShowData> click, CancellationToken cancellationToken)
    {
        var id = click.Data.Broadcast;
        if (!Broadcast.IsId(id)) return new Reply.Line(click.Texts["Outdated"]);
        await broadcasts.Discard(id, cancellationToken);
        return await broadcasts.Find(id, cancellationToken) is null
            ? await list.Render(click.Who, click.Texts["Draft.Discarded"], click.Texts, cancellationToken)
            : await manage.Summary(id, click, cancellationToken);
    }

    private async Task<Reply> Proof(Broadcast draft, CardClick<PreviewCard.ProofData> click, CancellationToken cancellationToken)
    {
        if (!Key.IsValid(click.Data.Proof)) return new Reply.Line(click.Texts["Outdated"]);
        await send.ToOne(new($"{draft.Id}.{click.Data.Proof}", new(ProofContent.Name, draft.Id), null, null, clock.GetUtcNow()), new Recipient.OfMember(click.Who.Id), "", cancellationToken);
        return await cards.Preview(draft, click.Texts["Preview.ProofSent"], click.Texts, cancellationToken);
    }

    private async Task<Reply> Copy(CardClick<DeliveryCard.DuplicateData> click, CancellationToken cancellationToken)
    {
        var (of, id) = (click.Data.Broadcast, click.Data.Draft);
        if (!Broadcast.IsId(of) || !Key.IsValid(id) || await broadcasts.Find(of, cancellationToken) is not { Audience: { } audience } original || !titles.CanCompose(original.Content))
            return new Reply.Line(click.Texts["Outdated"]);
        if (await broadcasts.Find(id, cancellationToken) is not { } copy)
        {
            if (click.Raw.Card is { } clicked) await broadcasts.Unwatch(of, clicked, cancellationToken);
            copy = await drafts.Keep(id, original.Text is null ? original.Content : new(original.Content.Kind, id), click.Who.Id, draft => draft with { Audience = audience, Text = original.Text }, cancellationToken);
        }

        return copy.State == BroadcastState.Draft
            ? await cards.Open(copy, click.Texts["Draft.Copied"], click.Texts, cancellationToken)
            : await manage.Summary(copy.Id, click, cancellationToken);
    }

    private async Task<Reply> Revise(CardClick<DeliveryCard.ShowData> click, CancellationToken cancellationToken)
    {
        var id = click.Data.Broadcast;
        if (!Broadcast.IsId(id)) return new Reply.Line(click.Texts["Outdated"]);
        var draft = await broadcasts.Change(
            id,
            now => now is { State: BroadcastState.Scheduled, IsPlanned: false } ? now with { State = BroadcastState.Draft, SendAt = null, At = clock.GetUtcNow() } : null,
            cancellationToken);
        if (draft is not { State: BroadcastState.Draft }) return await manage.Summary(id, click, cancellationToken);
        if (click.Raw.Card is { } clicked) await broadcasts.Unwatch(id, clicked, cancellationToken);
        return await cards.Open(draft, click.Texts["Draft.Revised"], click.Texts, cancellationToken);
    }

    private async Task<Reply> SendNow(CardClick<DeliveryCard.ShowData> click, CancellationToken cancellationToken)
    {
        var id = click.Data.Broadcast;
        if (!Broadcast.IsId(id)) return new Reply.Line(click.Texts["Outdated"]);
        await broadcasts.Start(id, now => now.State == BroadcastState.Scheduled ? now with { State = BroadcastState.Running, SendAt = null, At = clock.GetUtcNow() } : null, cancellationToken);
        return await manage.Summary(id, click, cancellationToken);
    }

    private Func<CardClick<TData>, CancellationToken, Task<Reply>> OfDraft<TData>(Func<TData, string> idOf, Func<Broadcast, CardClick<TData>, CancellationToken, Task<Reply>> handle) =>
        organisers.Only<TData>(async (click, cancellationToken) =>
            await drafts.Find(idOf(click.Data), cancellationToken) is { } draft ? await handle(draft, click, cancellationToken) : await manage.Gone(idOf(click.Data), click, cancellationToken));
}
