using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Files;
using LeerkringBot.Bot.Registrations;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Ideas;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;

namespace LeerkringBot.Bot.Ideas;

/// <summary>For organisers: what becomes of ideas.</summary>
public sealed class IdeaFollowUpFeature(
    FollowUpIdea follow,
    IIdeaStore ideas,
    IdeaCards cards,
    IGatherings gatherings,
    INetwork network,
    FileHandover handover,
    IdeaDoors doors,
    SharedCardRefresh shared,
    OrganiserGate organisers,
    TimeProvider clock) : IFeature
{
    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(IdeaFollowUpCard.Show, organisers.Only<IdeaCard.IdeaData>((click, cancellationToken) => Of(click.Raw, click.Data.Idea, (id, token) => Show(click.Raw, id, null, token), cancellationToken))),
        CardRoute.To(IdeaFollowUpCard.SetStatus, organisers.Only<IdeaFollowUpCard.StatusData>((click, cancellationToken) => Of(click.Raw, click.Data.Idea, (id, token) => SetStatus(click, id, token), cancellationToken))),
        CardRoute.To(IdeaFollowUpCard.AskMerge, organisers.Only<IdeaFollowUpCard.MergeData>((click, cancellationToken) => Of(click.Raw, click.Data.Idea, (id, token) => AskMerge(click, id, token), cancellationToken))),
        CardRoute.To(IdeaFollowUpCard.Merge, organisers.Only<IdeaFollowUpCard.MergeData>((click, cancellationToken) => Of(click.Raw, click.Data.Idea, (id, token) => Merge(click, id, token), cancellationToken))),
        CardRoute.To(IdeaFollowUpCard.Hide, organisers.Only<IdeaFollowUpCard.HideData>((click, cancellationToken) => Of(
            click.Raw,
            click.Data.Idea,
            async (id, token) => await Said(click.Raw, id, await follow.Hide(id, click.Data.Hidden, token), click.Data.Hidden ? "Idea.NowHidden" : "Idea.NowShown", token),
            cancellationToken))),
        CardRoute.To(IdeaFollowUpCard.PutOnAgenda, organisers.Only<IdeaFollowUpCard.AgendaData>((click, cancellationToken) => Of(click.Raw, click.Data.Idea, (id, token) => PutOnAgenda(click, id, token), cancellationToken))),
        CardRoute.To(IdeaFollowUpCard.ConfirmAffiliation, organisers.Only<IdeaFollowUpCard.AffiliationData>((click, cancellationToken) => Of(click.Raw, click.Data.Idea, (id, token) => Confirm(click, id, token), cancellationToken))),
        CardRoute.To(IdeaDigestCard.Weekly, organisers.Only<IdeaDigestCard.WeeklyData>(async (click, cancellationToken) =>
        {
            // On stays on since when it was.
            if (!click.Data.IsOn || await ideas.DigestSince(cancellationToken) is null) await ideas.SetDigest(click.Data.IsOn ? clock.GetUtcNow() : null, cancellationToken);
            return await cards.List(click.Who, new(), null, click.Texts, cancellationToken);
        })),
        CardRoute.To(IdeaExportAction.Export, organisers.Only<IdeaExportAction.NoData>((click, cancellationToken) => handover.Offer(click.Who, IdeaExport.Name, "", click.Texts, cancellationToken))),
    ];

    private async Task<Reply> SetStatus(CardClick<IdeaFollowUpCard.StatusData> click, IdeaId id, CancellationToken cancellationToken) =>
        Enum.TryParse<IdeaStatus>(click.Data.Status, out var status) && Enum.IsDefined(status) && status != IdeaStatus.Merged
            ? await Said(click.Raw, id, await follow.SetStatus(id, status, click.Data.Line ?? "", cancellationToken), "Idea.StatusSaved", cancellationToken)
            : new Reply.Start(click.Texts["Outdated"]);

    private async Task<Reply> AskMerge(CardClick<IdeaFollowUpCard.MergeData> click, IdeaId id, CancellationToken cancellationToken)
    {
        if (await Other(click.Data, cancellationToken) is not { } into) return await Show(click.Raw, id, click.Texts["Idea.MergeUnknown"], cancellationToken);
        if (into.Id == id) return await Show(click.Raw, id, click.Texts["Idea.MergeItself"], cancellationToken);
        return await ideas.Find(id, cancellationToken) is { } idea ? IdeaFollowUpCard.RenderAsk(idea, into, click.Texts) : await Gone(click.Raw, id.Number, cancellationToken);
    }

    private async Task<Reply> Merge(CardClick<IdeaFollowUpCard.MergeData> click, IdeaId id, CancellationToken cancellationToken)
    {
        if (await Other(click.Data, cancellationToken) is not { } into) return await Show(click.Raw, id, click.Texts["Idea.MergeUnknown"], cancellationToken);
        var outcome = await follow.Merge(id, into.Id, cancellationToken);
        return outcome is FollowUpOutcome.Stands { Idea.MergedInto: { } whole }
            ? await Show(click.Raw, whole, click.Texts.Plain("Idea.NowMerged", id.Number, whole.Number), cancellationToken)
            : await Said(click.Raw, id, outcome, "Idea.StatusSaved", cancellationToken);
    }

    private async Task<Reply> PutOnAgenda(CardClick<IdeaFollowUpCard.AgendaData> click, IdeaId id, CancellationToken cancellationToken)
    {
        GatheringId? chosen = null;
        if (click.Data.Gathering is not (null or IdeaFollowUpCard.NoAgenda))
        {
            if (!GatheringId.TryParse(click.Data.Gathering, out var gathering) || await gatherings.Find(gathering, cancellationToken) is null) return await Show(click.Raw, id, click.Texts["Invitation.Unknown"], cancellationToken);
            chosen = gathering;
        }

        var before = (await ideas.Find(id, cancellationToken))?.Agenda;
        var outcome = await follow.PutOnAgenda(id, chosen, cancellationToken);
        await doors.Refresh(cancellationToken);
        foreach (var changed in new[] { before, chosen }.OfType<GatheringId>().Distinct()) shared.Changed(InvitationContent.Of(changed));
        return await Said(click.Raw, id, outcome, chosen is null ? "Idea.OffAgenda" : "Idea.OnAgenda", cancellationToken);
    }

    private async Task<Reply> Confirm(CardClick<IdeaFollowUpCard.AffiliationData> click, IdeaId id, CancellationToken cancellationToken)
    {
        if (await ideas.Find(id, cancellationToken) is not { } idea) return await Gone(click.Raw, id.Number, cancellationToken);
        // Only what was guessed is confirmed or denied, however old the card.
        if (idea.IsAffiliationConfirmed) return await Show(click.Raw, id, null, cancellationToken);
        return await Said(click.Raw, id, await follow.ConfirmAffiliation(id, click.Data.IsRight ? idea.Affiliation : null, cancellationToken), click.Data.IsRight ? "Idea.AffiliationConfirmed" : "Idea.AffiliationDenied", cancellationToken);
    }

    private async Task<Idea?> Other(IdeaFollowUpCard.MergeData data, CancellationToken cancellationToken) =>
        IdeaNumber.TryParse(data.Into, out var number) && await ideas.Find(number, cancellationToken) is { } id ? await ideas.Find(id, cancellationToken) : null;

    private async Task<Reply> Said(CardClick click, IdeaId id, FollowUpOutcome outcome, string done, CancellationToken cancellationToken) => outcome switch
    {
        FollowUpOutcome.Stands => await Show(click, id, click.Texts[done], cancellationToken),
        FollowUpOutcome.Itself => await Show(click, id, click.Texts["Idea.MergeItself"], cancellationToken),
        FollowUpOutcome.TooMany => await Show(click, id, click.Texts.Plain("Idea.MergeTooMany", MergeRules.Most), cancellationToken),
        FollowUpOutcome.Gone gone => await Gone(click, gone.Number, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private async Task<Reply> Show(CardClick click, IdeaId id, string? notice, CancellationToken cancellationToken)
    {
        if (await ideas.Find(id, cancellationToken) is not { } idea) return await Gone(click, id.Number, cancellationToken);
        var coming = await gatherings.Coming(cancellationToken);
        var agendas = coming.Where(one => one.Cancellation is null).Select(one => (one.Id, one.Title)).ToList();
        // It may stand on the agenda of what is over.
        if (idea.Agenda is { } on && !agendas.Exists(one => one.Id == on) && await gatherings.Find(on, cancellationToken) is { } past) agendas.Insert(0, (past.Id, past.Title));
        var alike = (await ideas.Alike(idea.Text, cancellationToken)).Where(other => other != id && other != idea.MergedInto && !idea.Merged.Contains(other));
        var guessed = idea is { IsAffiliationConfirmed: false, Affiliation: { } affiliation } ? (await network.Current(cancellationToken)).NameOf(affiliation) : null;
        return IdeaFollowUpCard.Render(
            await cards.View(click.Who, idea, isOrganiser: true, click.Texts, cancellationToken),
            guessed,
            [.. alike.Select(other => other.Number)],
            [.. agendas.Select(one => new Choice(one.Title, one.Id.ToString()))],
            notice,
            click.Texts);
    }

    private static async Task<Reply> Of(CardClick click, string idea, Func<IdeaId, CancellationToken, Task<Reply>> go, CancellationToken cancellationToken) =>
        IdeaId.TryParse(idea, out var id) ? await go(id, cancellationToken) : new Reply.Start(click.Texts["Outdated"]);

    private async Task<Reply> Gone(CardClick click, IdeaNumber number, CancellationToken cancellationToken) =>
        await cards.List(click.Who, new(), click.Texts.Plain("Idea.Gone", number), click.Texts, cancellationToken);
}
