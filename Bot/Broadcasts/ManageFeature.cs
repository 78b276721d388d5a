using LeerkringBot.Bot.Files;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>What an organiser does with a broadcast that was sent: look, stop, go on, try again, correct, take back.</summary>
public sealed class ManageFeature(IBroadcastStore broadcasts, BroadcastReport report, BroadcastTitles titles, BroadcastList list, SendBroadcast send, FileHandover handover, OrganiserGate organisers, TimeProvider clock) : IFeature
{
    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(DeliveryCard.Show, organisers.Only<DeliveryCard.ShowData>((click, cancellationToken) => Summary(click.Data.Broadcast, click, cancellationToken))),
        CardRoute.To(DeliveryCard.Stop, Of<DeliveryCard.ShowData>(data => data.Broadcast, (broadcast, click, cancellationToken) =>
            Change(broadcast.Id, now => now.State is BroadcastState.Running or BroadcastState.Stopped or BroadcastState.Scheduled ? now with { State = BroadcastState.Cancelled } : null, click, cancellationToken))),
        CardRoute.To(DeliveryCard.GoOn, Of<DeliveryCard.ShowData>(data => data.Broadcast, (broadcast, click, cancellationToken) =>
            Change(broadcast.Id, now => now.State == BroadcastState.Stopped ? now with { State = BroadcastState.Running, StoppedBy = null } : null, click, cancellationToken))),
        CardRoute.To(DeliveryCard.Retry, Of<DeliveryCard.RetryData>(data => data.Broadcast, Retry)),
        CardRoute.To(NotReachedCard.Page, Of<NotReachedCard.NotReachedData>(data => data.Broadcast, NotReached)),
        CardRoute.To(CorrectCard.Ask, Of<DeliveryCard.ShowData>(data => data.Broadcast, async (broadcast, click, cancellationToken) =>
            CorrectCard.Render(broadcast, null, await Leave(broadcast, click, cancellationToken), null, click.Texts))),
        CardRoute.To(CorrectCard.Save, Of<CorrectCard.CorrectData>(data => data.Broadcast, Correct)),
        CardRoute.To(RecallCard.Ask, Of<DeliveryCard.ShowData>(data => data.Broadcast, async (broadcast, click, cancellationToken) =>
            RecallCard.Render(broadcast, null, await Leave(broadcast, click, cancellationToken), null, click.Texts))),
        CardRoute.To(DeliveryCard.Mail, Of<DeliveryCard.MailData>(data => data.Broadcast, Mail)),
        CardRoute.To(DeliveryCard.Export, Of<DeliveryCard.ShowData>(data => data.Broadcast, (broadcast, click, cancellationToken) =>
            handover.Offer(click.Who, DeliveryExport.Name, broadcast.Id, click.Texts, cancellationToken))),
        CardRoute.To(BroadcastListCard.Page, organisers.Only<BroadcastListCard.DraftsData>((click, cancellationToken) => list.Render(click.Who, null, click.Texts, cancellationToken, click.Data.From))),
        CardRoute.To(RecallCard.Sure, Of<RecallCard.RecallData>(data => data.Broadcast, Recall)),
    ];

    public IEnumerable<ChatCommand> Commands => [new(["verzendingen", "verzending", "broadcasts"], organisers.Only((message, cancellationToken) => list.Render(message.Who, null, message.Texts, cancellationToken)))];

    /// <summary>How it stands; the card that was clicked follows from now on.</summary>
    public async Task<Reply> Summary<TData>(string broadcast, CardClick<TData> click, CancellationToken cancellationToken)
    {
        if (await report.Render(broadcast, await click.Who.Member, click.Texts, cancellationToken) is not { } card) return new Reply.Line(click.Texts["Outdated"]);
        if (click.Raw.Card is { } clicked) await broadcasts.Watch(broadcast, clicked, cancellationToken);
        return card;
    }

    /// <summary>There is no such draft: it was sent or scheduled, or somebody threw it away.</summary>
    public async Task<Reply> Gone<TData>(string broadcast, CardClick<TData> click, CancellationToken cancellationToken) =>
        Broadcast.IsId(broadcast) && await broadcasts.Find(broadcast, cancellationToken) is not null
            ? await Summary(broadcast, click, cancellationToken)
            : await list.Render(click.Who, click.Texts["Draft.Gone"], click.Texts, cancellationToken);

    /// <summary>Changes it, and shows how it stands.</summary>
    public async Task<Reply> Change<TData>(string id, Func<Broadcast, Broadcast?> change, CardClick<TData> click, CancellationToken cancellationToken)
    {
        await broadcasts.Change(id, change, cancellationToken);
        // The sender passes over what is left.
        await broadcasts.Reopen(id, cancellationToken);
        return await Summary(id, click, cancellationToken);
    }

    private async Task<Reply> Retry(Broadcast broadcast, CardClick<DeliveryCard.RetryData> click, CancellationToken cancellationToken)
    {
        var wanted = click.Data.Uncertain ? DeliveryState.Uncertain : DeliveryState.Failed;
        var rows = await broadcasts.Deliveries(broadcast.Id, cancellationToken).Where(delivery => delivery.State == wanted || delivery.IsOpen).ToListAsync(cancellationToken);
        // Some are open already where a retry broke off.
        var begun = rows.Any(delivery => delivery.IsOpen);
        var isMeant = rows.Count == click.Data.Count;
        // An old card, or the same click once more: those meant then were tried already.
        if (broadcast.State != BroadcastState.Done || broadcast.Recall is not null || !isMeant && !begun) return await Summary(broadcast.Id, click, cancellationToken);
        foreach (var delivery in rows.Where(delivery => isMeant && !delivery.IsOpen))
            await broadcasts.Settle(broadcast.Id, delivery.Again(), cancellationToken);
        return await Change(broadcast.Id, now => now with { State = BroadcastState.Running, Run = BroadcastRun.Send }, click, cancellationToken);
    }

    private async Task<Reply> NotReached(Broadcast broadcast, CardClick<NotReachedCard.NotReachedData> click, CancellationToken cancellationToken)
    {
        var from = Math.Max(0, click.Data.From);
        if (click.Raw.Card is { } clicked) await broadcasts.Unwatch(broadcast.Id, clicked, cancellationToken);
        var page = await broadcasts.Deliveries(broadcast.Id, cancellationToken).Where(DeliveryCard.IsTroubled).Skip(from).Take(NotReachedCard.PerPage + 1).ToListAsync(cancellationToken);
        var title = await titles.Of(broadcast, await click.Who.Member, click.Texts, cancellationToken);
        return NotReachedCard.Render(broadcast.Id, title, [.. page.Take(NotReachedCard.PerPage)], from, page.Count > NotReachedCard.PerPage, click.Texts);
    }

    private async Task<Reply> Correct(Broadcast broadcast, CardClick<CorrectCard.CorrectData> click, CancellationToken cancellationToken)
    {
        var text = click.Data.Correction?.Trim() ?? "";
        if (text.Length > CorrectCard.MostCharacters)
            return CorrectCard.Render(broadcast, text, await Standing(broadcast.Id, cancellationToken), click.Texts.Plain("Correct.TooLong", CorrectCard.MostCharacters), click.Texts);
        var correction = text.Length == 0 ? null : text;
        return await Change(
            broadcast.Id,
            now => !now.IsPlanned || now.Recall is not null || now.Correction == correction ? null : now.Changed(BroadcastRun.Correct) with { Correction = correction },
            click,
            cancellationToken);
    }

    private async Task<Reply> Recall(Broadcast broadcast, CardClick<RecallCard.RecallData> click, CancellationToken cancellationToken)
    {
        var reason = click.Data.Reason?.Trim() ?? "";
        if (reason.Length is 0 or > RecallCard.MostCharacters)
        {
            var mistake = reason.Length == 0 ? click.Texts["Recall.ReasonFirst"] : click.Texts.Plain("Correct.TooLong", RecallCard.MostCharacters);
            return RecallCard.Render(broadcast, reason, await Standing(broadcast.Id, cancellationToken), mistake, click.Texts);
        }

        return await Change(
            broadcast.Id,
            // Whoever waits is passed over, so what was stopped goes on to its end.
            now => !now.IsPlanned || now.Recall is not null ? null : now.Changed(BroadcastRun.Recall) with { Recall = reason, State = now.State == BroadcastState.Cancelled ? now.State : BroadcastState.Running },
            click,
            cancellationToken);
    }

    /// <summary>Those who got it by mail are told once of what changed.</summary>
    private async Task<Reply> Mail(Broadcast broadcast, CardClick<DeliveryCard.MailData> click, CancellationToken cancellationToken)
    {
        if (broadcast.ChangedEdition is { } changed && changed == click.Data.Edition && broadcast.MailedEdition != changed)
        {
            // First: where it breaks off in between, the next press finds its id taken.
            await send.Start(
                new($"{broadcast.Id}.mailed-{changed}", new(ChangeContent.Name, broadcast.Id), new(MailedAudience.Name, broadcast.Id), click.Who.Id, clock.GetUtcNow()),
                cancellationToken);
            await broadcasts.Change(broadcast.Id, now => now.ChangedEdition == changed ? now with { MailedEdition = changed } : null, cancellationToken);
        }

        return await Summary(broadcast.Id, click, cancellationToken);
    }

    /// <summary>A form takes the place of how it stands: progress must not wipe what is being typed.</summary>
    /// <returns>How many cards stand.</returns>
    public async Task<int> Leave<TData>(Broadcast broadcast, CardClick<TData> click, CancellationToken cancellationToken)
    {
        if (click.Raw.Card is { } clicked) await broadcasts.Unwatch(broadcast.Id, clicked, cancellationToken);
        return await Standing(broadcast.Id, cancellationToken);
    }

    /// <returns>How many cards stand.</returns>
    public async Task<int> Standing(string id, CancellationToken cancellationToken) => await broadcasts.Progress(id, cancellationToken) is { } progress ? progress.Sent - progress.ByMail : 0;

    private Func<CardClick<TData>, CancellationToken, Task<Reply>> Of<TData>(Func<TData, string> idOf, Func<Broadcast, CardClick<TData>, CancellationToken, Task<Reply>> handle) =>
        organisers.Only<TData>(async (click, cancellationToken) =>
            Broadcast.IsId(idOf(click.Data)) && await broadcasts.Find(idOf(click.Data), cancellationToken) is { } broadcast
                ? await handle(broadcast, click, cancellationToken)
                : new Reply.Line(click.Texts["Outdated"]));
}
