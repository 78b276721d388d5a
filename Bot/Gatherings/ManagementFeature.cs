using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Registrations;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Gatherings;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;

namespace LeerkringBot.Bot.Gatherings;

/// <summary>An organiser changes, copies or cancels a gathering.</summary>
public sealed class ManagementFeature(
    AuthorGathering author,
    ReviseGathering revise,
    IGatherings gatherings,
    GatheringCards cards,
    ToldPeople told,
    SharedCardRefresh shared,
    OrganiserGate organisers,
    TimeProvider clock) : IFeature
{
    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(SavedCard.Manage, organisers.Only<SavedCard.ManageData>(async (click, cancellationToken) => await cards.List(null, click.Texts, cancellationToken))),
        CardRoute.To(GatheringActions.Change, organisers.Only<GatheringActions.ActionData>(Change)),
        CardRoute.To(GatheringActions.Copy, OfGathering<GatheringActions.ActionData>(data => data.Gathering, (gathering, click, _) =>
            Task.FromResult<Reply>(CopyCard.Render(gathering, Key.New(), click.Texts)))),
        CardRoute.To(CopyCard.Copy, organisers.Only<CopyCard.CopyData>(Copy)),
        CardRoute.To(GatheringActions.Cancel, OfComing<GatheringActions.ActionData>(data => data.Gathering, (gathering, click, cancellationToken) =>
            AskReason(gathering, null, null, click.Texts, cancellationToken))),
        CardRoute.To(CancelCard.Sure, OfComing<CancelCard.CancelData>(data => data.Gathering, Cancel)),
    ];

    public IEnumerable<ChatCommand> Commands =>
    [
        new(
            ["bijeenkomst wijzigen", "bijeenkomsten wijzigen", "bijeenkomst afgelasten", "bijeenkomst kopieren", "change gathering", "change gatherings", "cancel gathering", "copy gathering"],
            organisers.Only(async (message, cancellationToken) => await cards.List(null, message.Texts, cancellationToken))),
    ];

    private async Task<Reply> Change(CardClick<GatheringActions.ActionData> click, CancellationToken cancellationToken)
    {
        if (!GatheringId.TryParse(click.Data.Gathering, out var id) || await author.Change(click.Who.Id, id, cancellationToken) is not { } draft)
            return await cards.List(click.Texts["Manage.Gone"], click.Texts, cancellationToken);
        var notice = draft.Text.SaysTheSame(draft.Basis!) ? null : click.Texts["Drafts.Resumed"];
        return await cards.Step(draft, FormStep.What, false, notice, click.Texts, cancellationToken);
    }

    private async Task<Reply> Copy(CardClick<CopyCard.CopyData> click, CancellationToken cancellationToken)
    {
        var data = click.Data;
        return GatheringId.TryParse(data.Gathering, out var id) && Key.IsValid(data.Draft)
            && await author.Copy(click.Who.Id, data.Draft, id, data.SameSeries, cancellationToken) is { } draft
                ? await cards.Step(draft, FormStep.What, false, click.Texts["Copy.Begun"], click.Texts, cancellationToken)
                : await cards.List(click.Texts["Manage.Gone"], click.Texts, cancellationToken);
    }

    private async Task<Reply> Cancel(Gathering gathering, CardClick<CancelCard.CancelData> click, CancellationToken cancellationToken)
    {
        var reason = click.Data.Reason?.Trim() ?? "";
        if (reason.Length is 0 or > GatheringLimits.Cancellation)
            return await AskReason(gathering, reason, reason.Length == 0 ? GatheringFault.Missing : GatheringFault.TooLong, click.Texts, cancellationToken);
        if (await revise.Cancel(gathering.Id, reason, cancellationToken) is not RevisionOutcome.Revised(var cancelled))
            return await cards.List(click.Texts["Manage.Gone"], click.Texts, cancellationToken);
        shared.Changed(InvitationContent.Of(gathering.Id));
        return cards.Saved(cancelled, click.Texts["Saved.Cancelled"], await told.OfCancellation(gathering.Id, cancellationToken), click.Texts);
    }

    private async Task<Reply> AskReason(Gathering gathering, string? typed, GatheringFault? mistake, Texts texts, CancellationToken cancellationToken) =>
        gathering.Cancellation is null
            ? CancelCard.Render(gathering, cards.When(gathering, texts), await told.OfCancellation(gathering.Id, cancellationToken), typed, mistake, texts)
            : cards.Saved(gathering, texts["Saved.Cancelled"], 0, texts);

    // What has been can't be cancelled, and nobody is to be told that it is.
    private Func<CardClick<TData>, CancellationToken, Task<Reply>> OfComing<TData>(Func<TData, string> idOf, Func<Gathering, CardClick<TData>, CancellationToken, Task<Reply>> handle) =>
        OfGathering(idOf, async (gathering, click, cancellationToken) => clock.GetUtcNow() < gathering.EndsAt
            ? await handle(gathering, click, cancellationToken)
            : await cards.List(click.Texts["Manage.Over"], click.Texts, cancellationToken));

    private Func<CardClick<TData>, CancellationToken, Task<Reply>> OfGathering<TData>(Func<TData, string> idOf, Func<Gathering, CardClick<TData>, CancellationToken, Task<Reply>> handle) =>
        organisers.Only<TData>(async (click, cancellationToken) =>
            GatheringId.TryParse(idOf(click.Data), out var id) && await gatherings.Find(id, cancellationToken) is { } gathering
                ? await handle(gathering, click, cancellationToken)
                : await cards.List(click.Texts["Manage.Gone"], click.Texts, cancellationToken));
}
