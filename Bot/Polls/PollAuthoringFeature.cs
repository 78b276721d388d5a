using System.Globalization;
using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>An organiser makes a poll step by step, and changes, copies, closes and reopens it.</summary>
public sealed class PollAuthoringFeature(
    AuthorPoll author,
    IPollStore polls,
    IPollDraftStore drafts,
    PollCards cards,
    SharedCardRefresh shared,
    DeliveredCards delivered,
    OrganiserGate organisers,
    TimeProvider clock) : IFeature
{
    /// <summary>Polls that closed longer ago stand in no list.</summary>
    private static readonly TimeSpan Listed = TimeSpan.FromDays(180);

    private static readonly PollTemplate[] Offered = [PollTemplate.Thorbecke, PollTemplate.Host, PollTemplate.Dates, PollTemplate.Free];

    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(PollTemplatesCard.Begin, organisers.Only<PollTemplatesCard.BeginData>(Begin)),
        CardRoute.To(PollTemplatesCard.Resume, OfDraft<PollTemplatesCard.DraftData>(data => data.Draft, Resume)),
        CardRoute.To(PollReviewCard.Discard, organisers.Only<PollTemplatesCard.DraftData>(Discard)),
        CardRoute.To(PollFormCard.Step, OfDraft<PollFormCard.StepData>(data => data.Draft, Step)),
        CardRoute.To(PollReviewCard.Save, organisers.Only<PollReviewCard.SaveData>(Save)),
        CardRoute.To(PollManageCard.Show, organisers.Only<PollManageCard.NoData>(async (click, cancellationToken) => await List(null, click.Texts, cancellationToken))),
        CardRoute.To(PollManageCard.Change, organisers.Only<PollCard.PollData>(Change)),
        CardRoute.To(PollManageCard.Copy, organisers.Only<PollManageCard.CopyData>(Copy)),
        CardRoute.To(PollManageCard.Close, organisers.Only<PollManageCard.CloseData>(Close)),
        CardRoute.To(PollManageCard.Reopen, organisers.Only<PollManageCard.ReopenData>(Reopen)),
    ];

    public IEnumerable<ChatCommand> Commands =>
    [
        new(["nieuwe peiling", "peiling maken", "new poll", "make poll"], organisers.Only(async (message, cancellationToken) =>
            PollTemplatesCard.Render(await drafts.Of(message.Who.Id, cancellationToken), Offered, Key.New(), message.Texts))),
        new(["peilingen beheren", "peiling wijzigen", "peiling sluiten", "manage polls", "change poll", "close poll"], organisers.Only(async (message, cancellationToken) =>
            await List(null, message.Texts, cancellationToken))),
    ];

    private async Task<Reply> Begin(CardClick<PollTemplatesCard.BeginData> click, CancellationToken cancellationToken) =>
        Key.IsValid(click.Data.Draft) && Enum.TryParse<PollTemplate>(click.Data.Template, out var template) && Offered.Contains(template)
            ? await Step(await author.Begin(click.Who.Id, click.Data.Draft, template, cancellationToken), PollStep.What, false, null, click.Texts, cancellationToken)
            : new Reply.Start(click.Texts["Outdated"]);

    private async Task<Reply> Resume(PollDraft draft, CardClick<PollTemplatesCard.DraftData> click, CancellationToken cancellationToken)
    {
        var current = draft.Changes is { } changes ? await author.Change(click.Who.Id, changes, cancellationToken) : draft;
        return current is null
            ? await List(click.Texts["Poll.Unknown"], click.Texts, cancellationToken)
            : await Step(current, PollStep.Review, false, click.Texts["Drafts.Resumed"], click.Texts, cancellationToken);
    }

    private async Task<Reply> Discard(CardClick<PollTemplatesCard.DraftData> click, CancellationToken cancellationToken)
    {
        await author.Discard(click.Who.Id, click.Data.Draft, cancellationToken);
        return await List(click.Texts["Drafts.Discarded"], click.Texts, cancellationToken);
    }

    private async Task<Reply> Step(PollDraft draft, CardClick<PollFormCard.StepData> click, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<PollStep>(click.Data.Step, out var step) || !Enum.IsDefined(step) || !Enum.TryParse<PollStep>(click.Data.To, out var to) || !Enum.IsDefined(to))
            return new Reply.Start(click.Texts["Outdated"]);
        var kept = await author.Keep(draft, draft.Text.With(click.Data, step).WithNewDate(clock.GetUtcNow()), cancellationToken);
        var goesOn = to > step && (await author.Read(kept, cancellationToken)).Reading.Mistakes.Any(mistake => PollSteps.Of(mistake.Field) == step);
        // Adding a date stays where it is, and says at once what is wrong with it.
        return await Step(kept, goesOn ? step : to, goesOn || (to == step && kept.Text.NewDay.Length > 0), null, click.Texts, cancellationToken);
    }

    private async Task<Reply> Save(CardClick<PollReviewCard.SaveData> click, CancellationToken cancellationToken)
    {
        var texts = click.Texts;
        if (await author.Find(click.Who.Id, click.Data.Draft, cancellationToken) is not { } draft)
        {
            // The second of two clicks.
            return PollId.TryParse(click.Data.Poll, out var id) && await polls.Find(id, cancellationToken) is { } stands
                ? Saved(stands, texts["PollForm.Saved"], texts)
                : await List(texts["Drafts.Gone"], texts, cancellationToken);
        }

        switch (await author.Save(draft, cancellationToken))
        {
            case PollSaveOutcome.Saved(var poll, var isNew):
                shared.Changed(PollContent.Of(poll.Id));
                return Saved(poll, texts[isNew ? "PollForm.SavedNew" : "PollForm.Saved"], texts);
            case PollSaveOutcome.Mistaken:
                return await Step(draft, PollStep.Review, true, null, texts, cancellationToken);
            case PollSaveOutcome.ChangedMeanwhile(var rebased):
                return await Step(rebased, PollStep.Review, true, texts["PollForm.Meanwhile"], texts, cancellationToken);
            default:
                return await List(texts["Poll.Unknown"], texts, cancellationToken);
        }
    }

    private async Task<Reply> Change(CardClick<PollCard.PollData> click, CancellationToken cancellationToken) =>
        PollId.TryParse(click.Data.Poll, out var id) && await author.Change(click.Who.Id, id, cancellationToken) is { } draft
            ? await Step(draft, PollStep.What, false, draft.Text == draft.Basis ? null : click.Texts["Drafts.Resumed"], click.Texts, cancellationToken)
            : await List(click.Texts["Poll.Unknown"], click.Texts, cancellationToken);

    private async Task<Reply> Copy(CardClick<PollManageCard.CopyData> click, CancellationToken cancellationToken) =>
        PollId.TryParse(click.Data.Poll, out var id) && Key.IsValid(click.Data.Draft) && await author.Copy(click.Who.Id, click.Data.Draft, id, cancellationToken) is { } draft
            ? await Step(draft, PollStep.What, false, click.Texts["PollForm.Copied"], click.Texts, cancellationToken)
            : await List(click.Texts["Poll.Unknown"], click.Texts, cancellationToken);

    private async Task<Reply> Close(CardClick<PollManageCard.CloseData> click, CancellationToken cancellationToken)
    {
        var isKnown = PollId.TryParse(click.Data.Poll, out var id);
        // There is no way back from it.
        if (isKnown && click.Data.Sure != true && await polls.Find(id, cancellationToken) is { IsAnonymous: true } secret && secret.IsOpen(clock.GetUtcNow())) return PollManageCard.RenderClose(secret, click.Texts);
        if (!isKnown || await author.Close(id, cancellationToken) is not { } poll) return await List(click.Texts["Poll.Unknown"], click.Texts, cancellationToken);
        shared.Changed(PollContent.Of(id));
        return await List(click.Texts.Plain("PollManage.Closed", poll.Question), click.Texts, cancellationToken);
    }

    private async Task<Reply> Reopen(CardClick<PollManageCard.ReopenData> click, CancellationToken cancellationToken)
    {
        if (!PollId.TryParse(click.Data.Poll, out var id) || await polls.Find(id, cancellationToken) is not { } poll) return await List(click.Texts["Poll.Unknown"], click.Texts, cancellationToken);
        if (!DateOnly.TryParseExact(click.Data.LastDay, PollText.Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var lastDay) || lastDay.Year > 9000)
        {
            var proposed = DutchTime.DayOf(clock.GetUtcNow()).AddDays(7).ToString(PollText.Day, CultureInfo.InvariantCulture);
            return PollManageCard.RenderReopen(poll, proposed, null, click.Texts);
        }

        if (await author.Reopen(id, lastDay, cancellationToken) is not var (reopened, mistake)) return await List(click.Texts["Poll.Unknown"], click.Texts, cancellationToken);
        if (mistake is not null) return PollManageCard.RenderReopen(reopened, click.Data.LastDay!, mistake, click.Texts);
        shared.Changed(PollContent.Of(id));
        // A card that showed the end for a day is followed no longer, and begins anew.
        await delivered.Refresh(PollContent.Of(id), cancellationToken);
        return await List(click.Texts.Plain("PollManage.Reopened", reopened.Question), click.Texts, cancellationToken);
    }

    /// <summary>A step of the form; the review only when all is right, otherwise the first step where something is to be mended.</summary>
    private async Task<Reply> Step(PollDraft draft, PollStep step, bool showMistakes, string? notice, Texts texts, CancellationToken cancellationToken)
    {
        var (reading, before) = await author.Read(draft, cancellationToken);
        if (before is not null && PollRules.Forbidden(before, reading.Poll, clock.GetUtcNow()).Where(mistake => mistake.Fault == PollFault.Answered).Select(mistake => mistake.Field).ToList() is { Count: > 0 } answered)
        {
            // It has no input any more in which anybody could take it back.
            draft = await author.Keep(draft, draft.Text.Answered(PollText.Of(before)), cancellationToken);
            (reading, before) = await author.Read(draft, cancellationToken);
            notice = texts.Plain("PollForm.AnsweredMeanwhile", string.Join(", ", answered.Select(field => texts[$"PollField.{field}"])));
        }

        if (step == PollStep.Review && !reading.Mistakes.IsEmpty) (step, showMistakes) = (PollSteps.Of(reading.Mistakes[0].Field), true);
        return step == PollStep.Review
            ? PollReviewCard.Render(draft, await cards.Preview(reading.Poll, texts, cancellationToken), notice, texts)
            : PollFormCard.Render(
                step,
                draft,
                before,
                showMistakes ? [.. reading.Mistakes.Where(mistake => PollSteps.Of(mistake.Field) == step)] : [],
                step == PollStep.What && draft.Text.Template == PollTemplate.Host ? await cards.Gatherings(reading.Poll, texts, cancellationToken) : [],
                notice,
                texts);
    }

    private AdaptiveCard Saved(Poll poll, string done, Texts texts) =>
        PollSavedCard.Render(poll, done, PreviewCard.Back.Button(texts["PollForm.Send"], new(PollContent.Name, poll.Id.ToString())), clock.GetUtcNow(), texts);

    private async Task<AdaptiveCard> List(string? notice, Texts texts, CancellationToken cancellationToken)
    {
        var found = (await polls.ClosingFrom(clock.GetUtcNow() - Listed, cancellationToken)).Reverse().ToList();
        var tallies = await Task.WhenAll(found.Select(poll => polls.Tally(poll.Id, cancellationToken)));
        return PollManageCard.Render([.. found.Zip(tallies)], clock.GetUtcNow(), (await cards.Network(cancellationToken)).Municipalities.Count, Key.New, notice, texts);
    }

    /// <summary>For organisers, and for a draft of their own that is still there.</summary>
    private Func<CardClick<TData>, CancellationToken, Task<Reply>> OfDraft<TData>(Func<TData, string> idOf, Func<PollDraft, CardClick<TData>, CancellationToken, Task<Reply>> handle) =>
        organisers.Only<TData>(async (click, cancellationToken) =>
            await author.Find(click.Who.Id, idOf(click.Data), cancellationToken) is { } draft
                ? await handle(draft, click, cancellationToken)
                : await List(click.Texts["Drafts.Gone"], click.Texts, cancellationToken));
}
