using System.Collections.Immutable;
using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Registrations;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Gatherings;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;

namespace LeerkringBot.Bot.Gatherings;

/// <summary>An organiser writes a gathering down, step by step, and saves it.</summary>
public sealed class AuthoringFeature(
    AuthorGathering author,
    IDraftStore drafts,
    IGatherings gatherings,
    GatheringCards cards,
    ToldPeople told,
    INetwork network,
    SharedCardRefresh shared,
    OrganiserGate organisers) : IFeature
{
    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(DraftsCard.Begin, organisers.Only<DraftsCard.DraftData>(Begin)),
        CardRoute.To(DraftsCard.Resume, OfDraft<DraftsCard.DraftData>(data => data.Draft, Resume)),
        CardRoute.To(ReviewCard.Discard, organisers.Only<DraftsCard.DraftData>(Discard)),
        CardRoute.To(GatheringFormCard.Step, OfDraft<GatheringFormCard.StepData>(data => data.Draft, Step)),
        CardRoute.To(QuestionCard.Edit, OfDraft<QuestionCard.EditData>(data => data.Draft, EditQuestion)),
        CardRoute.To(QuestionCard.Keep, OfDraft<QuestionCard.QuestionData>(data => data.Draft, KeepQuestion)),
        CardRoute.To(QuestionCard.Move, OfDraft<QuestionCard.MoveData>(data => data.Draft, MoveQuestion)),
        CardRoute.To(QuestionCard.Remove, OfDraft<QuestionCard.EditData>(data => data.Draft, RemoveQuestion)),
        CardRoute.To(ReviewCard.Save, organisers.Only<ReviewCard.SaveData>(Save)),
    ];

    public IEnumerable<ChatCommand> Commands =>
    [
        new(["nieuwe bijeenkomst", "bijeenkomst maken", "new gathering", "make gathering"], organisers.Only(New)),
    ];

    private async Task<Reply> New(ChatMessage message, CancellationToken cancellationToken)
    {
        var begun = await drafts.Of(message.Who.Id, cancellationToken);
        if (begun.FirstOrDefault(draft => draft.IsBlank) is { } blank && begun.All(draft => draft.IsBlank))
            return await cards.Step(blank, FormStep.What, false, null, message.Texts, cancellationToken);
        return begun.Count > 0
            ? DraftsCard.Render([.. begun.Where(draft => !draft.IsBlank)], Key.New(), message.Texts)
            : await Begin(message.Who, Key.New(), message.Texts, cancellationToken);
    }

    private async Task<Reply> Begin(CardClick<DraftsCard.DraftData> click, CancellationToken cancellationToken) =>
        Key.IsValid(click.Data.Draft) ? await Begin(click.Who, click.Data.Draft, click.Texts, cancellationToken) : new Reply.Start(click.Texts["Outdated"]);

    private async Task<Reply> Begin(Person who, string draft, Texts texts, CancellationToken cancellationToken)
    {
        var contact = (await who.Member).Email ?? (await network.Current(cancellationToken)).Mailbox;
        return await cards.Step(await author.Begin(who.Id, draft, contact, cancellationToken), FormStep.What, false, null, texts, cancellationToken);
    }

    private async Task<Reply> Resume(GatheringDraft draft, CardClick<DraftsCard.DraftData> click, CancellationToken cancellationToken)
    {
        var current = draft.Changes is { } changes ? await author.Change(click.Who.Id, changes, cancellationToken) : draft;
        return current is null
            ? await cards.List(click.Texts["Manage.Gone"], click.Texts, cancellationToken)
            : await cards.Step(current, FormStep.Review, false, click.Texts["Drafts.Resumed"], click.Texts, cancellationToken);
    }

    private async Task<Reply> Discard(CardClick<DraftsCard.DraftData> click, CancellationToken cancellationToken)
    {
        await author.Discard(click.Who.Id, click.Data.Draft, cancellationToken);
        return await cards.List(click.Texts["Drafts.Discarded"], click.Texts, cancellationToken);
    }

    private async Task<Reply> Step(GatheringDraft draft, CardClick<GatheringFormCard.StepData> click, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<FormStep>(click.Data.Step, out var step) || !Enum.IsDefined(step) || !Enum.TryParse<FormStep>(click.Data.To, out var to) || !Enum.IsDefined(to))
            return new Reply.Start(click.Texts["Outdated"]);
        var kept = await author.Keep(draft, draft.Text.With(click.Data), cancellationToken);
        if (to > step && (await author.Read(kept, cancellationToken)).Reading.Mistakes.Any(mistake => FormSteps.Of(mistake.Field) == step))
            return await cards.Step(kept, step, true, null, click.Texts, cancellationToken);
        return await cards.Step(kept, to, false, null, click.Texts, cancellationToken);
    }

    private async Task<Reply> EditQuestion(GatheringDraft draft, CardClick<QuestionCard.EditData> click, CancellationToken cancellationToken)
    {
        // The id of a new one is made here, so that keeping it twice keeps one.
        var question = draft.Text.Questions.FirstOrDefault(one => one.Id == click.Data.Question) ?? Blank($"q-{Key.New()}");
        return await cards.Question(draft, question, true, click.Texts, cancellationToken);
    }

    private async Task<Reply> KeepQuestion(GatheringDraft draft, CardClick<QuestionCard.QuestionData> click, CancellationToken cancellationToken)
    {
        if (!Key.IsValid(click.Data.Question)) return new Reply.Start(click.Texts["Outdated"]);
        var questions = draft.Text.Questions;
        var known = questions.FirstOrDefault(one => one.Id == click.Data.Question);
        var typed = (known ?? Blank(click.Data.Question)).With(click.Data);
        if (known is null && questions.Length >= GatheringLimits.Questions) return await cards.Step(draft, FormStep.Questions, true, null, click.Texts, cancellationToken);
        var kept = await author.Keep(draft, draft.Text with { Questions = known is null ? questions.Add(typed) : questions.Replace(known, typed) }, cancellationToken);
        var wrong = (await author.Read(kept, cancellationToken)).Reading.Mistakes.Any(mistake => mistake.Item == kept.Text.Questions.IndexOf(typed) && FormSteps.Of(mistake.Field) == FormStep.Questions);
        return wrong
            ? await cards.Question(kept, typed, true, click.Texts, cancellationToken)
            : await cards.Step(kept, FormStep.Questions, true, null, click.Texts, cancellationToken);
    }

    private Task<Reply> MoveQuestion(GatheringDraft draft, CardClick<QuestionCard.MoveData> click, CancellationToken cancellationToken) =>
        Arrange(draft, click.Data.Question, (rest, question) => rest.Insert(Math.Clamp(click.Data.Place, 0, rest.Length), question), click.Texts, cancellationToken);

    private Task<Reply> RemoveQuestion(GatheringDraft draft, CardClick<QuestionCard.EditData> click, CancellationToken cancellationToken) =>
        Arrange(draft, click.Data.Question, (rest, _) => rest, click.Texts, cancellationToken);

    private async Task<Reply> Arrange(
        GatheringDraft draft,
        string? question,
        Func<ImmutableArray<QuestionText>, QuestionText, ImmutableArray<QuestionText>> arrange,
        Texts texts,
        CancellationToken cancellationToken)
    {
        var questions = draft.Text.Questions;
        if (questions.FirstOrDefault(one => one.Id == question) is { } found)
            draft = await author.Keep(draft, draft.Text with { Questions = arrange(questions.Remove(found), found) }, cancellationToken);
        return await cards.Step(draft, FormStep.Questions, true, null, texts, cancellationToken);
    }

    private async Task<Reply> Save(CardClick<ReviewCard.SaveData> click, CancellationToken cancellationToken)
    {
        var texts = click.Texts;
        if (await author.Find(click.Who.Id, click.Data.Draft, cancellationToken) is not { } draft)
        {
            // The second of two clicks.
            return GatheringId.TryParse(click.Data.Gathering, out var id) && await gatherings.Find(id, cancellationToken) is { } stands
                ? cards.Saved(stands, texts["Saved.Stands"], 0, texts)
                : await cards.List(texts["Drafts.Gone"], texts, cancellationToken);
        }

        var before = draft.Changes is { } changes ? await gatherings.Find(changes, cancellationToken) : null;
        switch (await author.Save(draft, cancellationToken))
        {
            case SaveOutcome.Saved(var gathering, var isNew):
                shared.Changed(InvitationContent.Of(gathering.Id));
                var moved = before is not null && before.Moment != gathering.Moment;
                return cards.Saved(gathering, texts[isNew ? "Saved.New" : "Saved.Changed"], moved ? await told.OfMove(gathering.Id, cancellationToken) : 0, texts);
            case SaveOutcome.Exists(var other):
                return cards.Saved(other, texts["Saved.Exists"], 0, texts);
            case SaveOutcome.Mistaken:
                return await cards.Step(draft, FormStep.Review, true, null, texts, cancellationToken);
            case SaveOutcome.ChangedMeanwhile(var merged, var both):
                var notice = both.Count == 0 ? texts["Saved.Meanwhile"] : texts.Plain("Saved.MeanwhileBoth", string.Join(", ", both.Select(field => texts[$"Field.{field}"])));
                return await cards.Step(merged, FormStep.Review, true, notice, texts, cancellationToken);
            case SaveOutcome.Refused(RevisionOutcome.TooFewPlaces(var track, var least)):
                return track is null
                    ? await cards.Step(draft, FormStep.Places, true, texts.Plain("Saved.TooFewPlaces", least), texts, cancellationToken)
                    : await cards.Step(draft, FormStep.Rounds, true, texts.Plain("Saved.TooFewInTrack", least, track.Title), texts, cancellationToken);
            case SaveOutcome.Refused(RevisionOutcome.TrackInUse(var inUse)):
                var title = before?.Tracks.FirstOrDefault(one => one.Id == inUse)?.Title ?? inUse;
                return await cards.Step(draft, FormStep.Rounds, true, texts.Plain("Saved.TrackInUse", title), texts, cancellationToken);
            default:
                return await cards.List(texts["Manage.Gone"], texts, cancellationToken);
        }
    }

    /// <summary>For organisers, and for a draft of their own that is still there.</summary>
    private Func<CardClick<TData>, CancellationToken, Task<Reply>> OfDraft<TData>(Func<TData, string> idOf, Func<GatheringDraft, CardClick<TData>, CancellationToken, Task<Reply>> handle) =>
        organisers.Only<TData>(async (click, cancellationToken) =>
            await author.Find(click.Who.Id, idOf(click.Data), cancellationToken) is { } draft
                ? await handle(draft, click, cancellationToken)
                : await cards.List(click.Texts["Drafts.Gone"], click.Texts, cancellationToken));

    private static QuestionText Blank(string id) => new(id, "", default, false, "", "");
}
