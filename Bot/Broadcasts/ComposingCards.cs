using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>The card that a draft is at.</summary>
public sealed class ComposingCards(BroadcastDrafts drafts, IEnumerable<IComposable> composables, IEnumerable<IAudience> audiences, Picking picking, IMessenger messenger)
{
    private readonly Dictionary<string, IComposable> kinds = composables.ToDictionary(composable => composable.Kind);
    private readonly HashSet<string> audienceKinds = [.. audiences.Select(audience => audience.Kind)];

    public bool IsPicked(Audience? audience) => audience is not null && ComposeCard.Picked.Contains(audience.Kind);

    /// <summary>Where a draft was left.</summary>
    public async Task<Reply> Open(Broadcast draft, string? notice, Texts texts, CancellationToken cancellationToken)
    {
        if (WrittenCard.IsWritten(draft.Content.Kind) && WrittenTextRules.Check(draft.Text ?? WrittenText.Blank, draft.Content.Kind == WrittenCard.Resource).Count > 0) return Write(draft, [], notice, texts);
        if (draft.Audience is not { } audience) return await Compose(BroadcastDrafts.Chosen(draft), notice, texts, cancellationToken);
        if (IsPicked(audience) && audience.Subject.Length == 0) return await Pick(draft, "", 0, notice, texts, cancellationToken);
        return await Preview(draft, notice, texts, cancellationToken);
    }

    /// <param name="draft">As it stands.</param>
    /// <param name="mistakes">Shown at their inputs.</param>
    /// <param name="notice">What happened, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public AdaptiveCard Write(Broadcast draft, IReadOnlyList<WrittenMistake> mistakes, string? notice, Texts texts)
    {
        var text = draft.Text ?? WrittenText.Blank;
        return WriteCard.Render(new(draft.Content.Kind, draft.Id, text.Mark()), text, mistakes, notice, null, texts);
    }

    public async Task<Reply> Compose(ComposeCard.PreviewData chosen, string? mistake, Texts texts, CancellationToken cancellationToken)
    {
        var composable = kinds.GetValueOrDefault(chosen.Kind);
        if (composable is null && !WrittenCard.IsWritten(chosen.Kind)) return new Reply.Line(texts["Outdated"]);
        var choices = composable is null ? null : await composable.Choices(texts, cancellationToken);
        // What was chosen before may be over.
        if (choices is not null && choices.Subjects.All(choice => choice.Value != chosen.Subject)) chosen = chosen with { Subject = null };
        return ComposeCard.Render(chosen.Kind, choices, await messenger.Channels(cancellationToken), [.. ComposeCard.Groups(chosen.Kind).Where(audienceKinds.Contains)], chosen, mistake, texts);
    }

    public async Task<Reply> Pick(Broadcast draft, string words, int from, string? mistake, Texts texts, CancellationToken cancellationToken) =>
        PickCard.Render(draft.Id, words, await picking.View(draft.Audience!, words, from, texts, cancellationToken), mistake, texts);

    public async Task<Reply> Preview(Broadcast draft, string? notice, Texts texts, CancellationToken cancellationToken)
    {
        if (draft.Audience is not { } audience) return await Compose(BroadcastDrafts.Chosen(draft), texts["Compose.WhereFirst"], texts, cancellationToken);
        if (await drafts.Prepare(draft, cancellationToken) is not { } prepared)
        {
            return WrittenCard.IsWritten(draft.Content.Kind)
                ? await Open(draft, notice, texts, cancellationToken)
                : await Compose(BroadcastDrafts.Chosen(draft), texts[draft.LastDay is null ? "Compose.SubjectFirst" : "Compose.LastDayFirst"], texts, cancellationToken);
        }

        var (names, count) = await drafts.Names(audience, PreviewCard.MostNames, cancellationToken);
        var chosen = BroadcastDrafts.Chosen(draft);
        return PreviewCard.Render(
            prepared.Card,
            await drafts.Channel(audience, texts, cancellationToken),
            names,
            count,
            new(draft.Content.Kind, draft.Id, chosen.Subject ?? "", chosen.Where!, chosen.LastDay, Seen: BroadcastDrafts.Mark(draft)),
            Key.New(),
            notice,
            texts);
    }
}
