using System.Globalization;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>An organiser chooses what goes to whom, previews it, and sends it now or later.</summary>
public sealed class BroadcastFeature(
    IEnumerable<IComposable> composables,
    IEnumerable<IAudience> audiences,
    IMessenger messenger,
    IBroadcastStore broadcasts,
    BroadcastDrafts drafts,
    ComposingCards cards,
    ManageFeature manage,
    OrganiserGate organisers,
    TimeProvider clock) : IFeature
{
    /// <summary>Above so many recipients the number is asked for once more.</summary>
    private const int MostUnasked = 50;

    private static readonly TimeSpan AgainWithin = TimeSpan.FromDays(1);

    private readonly Dictionary<string, IComposable> kinds = composables.ToDictionary(composable => composable.Kind);
    private readonly HashSet<string> audienceKinds = [.. audiences.Select(audience => audience.Kind)];

    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(ComposeCard.Preview, organisers.Only<ComposeCard.PreviewData>(Preview)),
        CardRoute.To(PreviewCard.Back, organisers.Only<PreviewCard.ComposeData>(Back)),
        CardRoute.To(PreviewCard.Send, organisers.Only<PreviewCard.SendData>(Send)),
        CardRoute.To(ScheduleCard.Ask, organisers.Only<DeliveryCard.ShowData>(AskMoment)),
        CardRoute.To(ScheduleCard.Save, organisers.Only<PreviewCard.SendData>(Schedule)),
    ];

    public IEnumerable<ChatCommand> Commands => kinds.Values.Select(composable => new ChatCommand(
        composable.Words,
        organisers.Only((message, cancellationToken) => cards.Compose(new(composable.Kind, Key.New()), null, message.Texts, cancellationToken))));

    private async Task<Reply> Back(CardClick<PreviewCard.ComposeData> click, CancellationToken cancellationToken)
    {
        if (click.Data.Draft is not { } id) return await cards.Compose(new(click.Data.Kind, Key.New(), click.Data.Subject, click.Data.Where, click.Data.LastDay), null, click.Texts, cancellationToken);
        return await drafts.Find(id, cancellationToken) is { } draft
            ? await cards.Compose(BroadcastDrafts.Chosen(draft), null, click.Texts, cancellationToken)
            : await Gone(id, click, cancellationToken);
    }

    private async Task<Reply> Preview(CardClick<ComposeCard.PreviewData> click, CancellationToken cancellationToken)
    {
        var chosen = click.Data;
        if (!Key.IsValid(chosen.Draft) || !kinds.ContainsKey(chosen.Kind) && !WrittenCard.IsWritten(chosen.Kind)) return new Reply.Line(click.Texts["Outdated"]);
        if (await broadcasts.Find(chosen.Draft, cancellationToken) is { State: not BroadcastState.Draft }) return await manage.Summary(chosen.Draft, click, cancellationToken);
        if (await Audience(chosen.Where, chosen.Subject, cancellationToken) is not { } audience) return await cards.Compose(chosen, click.Texts["Compose.WhereFirst"], click.Texts, cancellationToken);
        if (await Keep(chosen, audience, click.Who.Id, cancellationToken) is not { } draft)
        {
            return WrittenCard.IsWritten(chosen.Kind)
                ? await Gone(chosen.Draft, click, cancellationToken)
                : await cards.Compose(chosen, click.Texts[chosen.LastDay is null ? "Compose.SubjectFirst" : "Compose.LastDayFirst"], click.Texts, cancellationToken);
        }

        return cards.IsPicked(draft.Audience) ? await cards.Pick(draft, "", 0, null, click.Texts, cancellationToken) : await cards.Open(draft, null, click.Texts, cancellationToken);
    }

    /// <returns>Null where there is nothing to send: what was chosen is over, or what was written is gone.</returns>
    private async Task<Broadcast?> Keep(ComposeCard.PreviewData chosen, Audience audience, MemberId by, CancellationToken cancellationToken)
    {
        BroadcastContent content;
        DateOnly? lastDay = null;
        if (kinds.TryGetValue(chosen.Kind, out var composable))
        {
            if (await composable.Prepare(chosen, cancellationToken) is not { } prepared) return null;
            content = new(chosen.Kind, prepared.Subject);
            if (chosen.Subject == ComposeCard.New) lastDay = DateOnly.ParseExact(chosen.LastDay!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
        else if (await drafts.Find(chosen.Draft, cancellationToken) is { } written)
        {
            content = written.Content;
        }
        else
        {
            return null;
        }

        // Who was picked before stays picked.
        return await drafts.Keep(
            chosen.Draft,
            content,
            by,
            draft => draft with { LastDay = lastDay, Audience = cards.IsPicked(audience) && draft.Audience is { } before && before.Kind == audience.Kind ? before : audience },
            cancellationToken);
    }

    private async Task<Reply> Send(CardClick<PreviewCard.SendData> click, CancellationToken cancellationToken)
    {
        if (await Stands(click, cancellationToken) is not { } stands) return await Gone(click.Data.Draft, click, cancellationToken);
        return stands.State == BroadcastState.Draft
            ? await Go(stands, null, click, cancellationToken)
            : await manage.Summary(stands.Id, click, cancellationToken);
    }

    private async Task<Reply> AskMoment(CardClick<DeliveryCard.ShowData> click, CancellationToken cancellationToken)
    {
        if (!Broadcast.IsId(click.Data.Broadcast) || await broadcasts.Find(click.Data.Broadcast, cancellationToken) is not { } broadcast) return await Gone(click.Data.Broadcast, click, cancellationToken);
        if (broadcast.State is not (BroadcastState.Draft or BroadcastState.Scheduled)) return await manage.Summary(broadcast.Id, click, cancellationToken);
        var moment = broadcast.SendAt is { } at ? DutchTime.WallClock(at) : DutchTime.WallClock(clock.GetUtcNow()).Date.AddDays(1).AddHours(9);
        var send = new PreviewCard.SendData(
            broadcast.Content.Kind,
            broadcast.Id,
            "",
            "",
            Seen: BroadcastDrafts.Mark(broadcast),
            On: moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            At: moment.ToString("HH:mm", CultureInfo.InvariantCulture));
        if (click.Raw.Card is { } clicked) await broadcasts.Unwatch(broadcast.Id, clicked, cancellationToken);
        return await Moment(broadcast, send, null, click, cancellationToken);
    }

    private async Task<Reply> Schedule(CardClick<PreviewCard.SendData> click, CancellationToken cancellationToken)
    {
        if (await Stands(click, cancellationToken) is not { } stands) return await Gone(click.Data.Draft, click, cancellationToken);
        if (stands.State is not (BroadcastState.Draft or BroadcastState.Scheduled)) return await manage.Summary(stands.Id, click, cancellationToken);
        var until = (await drafts.Prepare(stands, cancellationToken))?.Until;
        switch (SendMoment.Read(click.Data.On, click.Data.At, until, clock.GetUtcNow()))
        {
            case (_, { } mistake):
                return await Moment(stands, click.Data, Mistake(mistake, click.Data.On, until, click.Texts), click, cancellationToken);
            case ({ } moment, _) when stands.State == BroadcastState.Draft:
                return await Go(stands, moment, click, cancellationToken);
            case var (moment, _):
                await broadcasts.Start(stands.Id, now => now.State == BroadcastState.Scheduled && now.SendAt != moment ? now with { SendAt = moment, At = moment!.Value } : null, cancellationToken);
                return await manage.Summary(stands.Id, click, cancellationToken);
        }
    }

    /// <summary>Sends what was previewed, to whom it goes now; asks first where that is needed.</summary>
    private async Task<Reply> Go(Broadcast draft, DateTimeOffset? sendAt, CardClick<PreviewCard.SendData> click, CancellationToken cancellationToken)
    {
        var (data, texts) = (click.Data, click.Texts);
        if (data.Seen is { } seen && seen != BroadcastDrafts.Mark(draft)) return await cards.Open(draft, texts["Preview.Changed"], texts, cancellationToken);
        if (draft.Audience is not { } audience || await drafts.Prepare(draft, cancellationToken) is not { } prepared) return await cards.Open(draft, null, texts, cancellationToken);
        var going = draft with { At = sendAt ?? clock.GetUtcNow() };
        if (!data.Again && await Before(going, cancellationToken) is { } before) return ConfirmCard.Again(before, data with { Again = true }, texts);
        var (_, count) = await drafts.Names(audience, 0, cancellationToken);
        if (count > MostUnasked && data.Count != count) return ConfirmCard.Many(count, data with { Count = count }, texts);
        if (sendAt is null) await prepared.Store(cancellationToken);
        await broadcasts.Start(
            draft.Id,
            now => now.State == BroadcastState.Draft && BroadcastDrafts.Mark(now) == BroadcastDrafts.Mark(draft)
                ? now with { State = sendAt is null ? BroadcastState.Running : BroadcastState.Scheduled, SendAt = sendAt, At = going.At, By = click.Who.Id }
                : null,
            cancellationToken);
        return await manage.Summary(draft.Id, click, cancellationToken);
    }

    /// <summary>When the same went to the same people within a day, or will; null where it doesn't.</summary>
    private async Task<DateTimeOffset?> Before(Broadcast going, CancellationToken cancellationToken) =>
        (await broadcasts.Recent(going.At - AgainWithin, cancellationToken)).FirstOrDefault(other =>
            other.Id != going.Id && IsSame(other, going) && other.Audience == going.Audience && other.Recall is null && other.State != BroadcastState.Cancelled && (going.At - other.At).Duration() < AgainWithin)?.At;

    private static bool IsSame(Broadcast one, Broadcast other) => one.Text is null ? one.Content == other.Content : one.Content.Kind == other.Content.Kind && one.Text == other.Text;

    private async Task<Reply> Moment(Broadcast broadcast, PreviewCard.SendData data, string? mistake, CardClick click, CancellationToken cancellationToken)
    {
        var title = (await drafts.Prepare(broadcast, cancellationToken))?.Card.Summary ?? "";
        var (_, count) = broadcast.Audience is { } audience ? await drafts.Names(audience, 0, cancellationToken) : ([], 0);
        var to = broadcast.Audience is null ? null : PreviewCard.To(await drafts.Channel(broadcast.Audience, click.Texts, cancellationToken), count, click.Texts);
        return ScheduleCard.Render(title, to, data, mistake, click.Texts);
    }

    private Task<Reply> Moment<TData>(Broadcast broadcast, PreviewCard.SendData data, string? mistake, CardClick<TData> click, CancellationToken cancellationToken) =>
        Moment(broadcast, data, mistake, click.Raw, cancellationToken);

    private static string Mistake(SendMoment.Mistake mistake, string? on, DateTimeOffset? until, Texts texts) => mistake switch
    {
        SendMoment.Mistake.Skipped => texts.Plain("Schedule.Skipped", texts.Day(DateOnly.ParseExact(on!, "yyyy-MM-dd", CultureInfo.InvariantCulture), 0)),
        SendMoment.Mistake.Over => texts.Plain("Schedule.Over", Moments.Of(until!.Value, texts)),
        _ => texts[$"Schedule.{mistake}"],
    };

    /// <summary>The draft or what became of it. A card from before there were drafts carries everything itself.</summary>
    private async Task<Broadcast?> Stands(CardClick<PreviewCard.SendData> click, CancellationToken cancellationToken)
    {
        var data = click.Data;
        if (!Key.IsValid(data.Draft)) return null;
        if (await broadcasts.Find(data.Draft, cancellationToken) is { } stands) return stands;
        if (data.Seen is not null || await Audience(data.Where, data.Subject, cancellationToken) is not { } audience) return null;
        return await Keep(new(data.Kind, data.Draft, data.Subject, data.Where, data.LastDay), audience, click.Who.Id, cancellationToken);
    }

    private Task<Reply> Gone<TData>(string id, CardClick<TData> click, CancellationToken cancellationToken) => manage.Gone(id, click, cancellationToken);

    /// <summary>What was chosen: a kind and what it needs, which for some is the very subject that is sent.</summary>
    private async Task<Audience?> Audience(string? where, string? subject, CancellationToken cancellationToken)
    {
        if (where?.Split(':', 2) is not [var chosen, var needs] || !audienceKinds.Contains(chosen)) return null;
        if (chosen is ChannelAudience.Name or TeamAudience.Name)
            return ChannelId.TryParse(needs, out var id) && (await messenger.Channels(cancellationToken)).Any(channel => channel.Id == id) ? new(chosen, needs) : null;
        return new(chosen, chosen == EverybodyAudience.Name || ComposeCard.Picked.Contains(chosen) ? "" : subject ?? "");
    }
}
