using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>The last step: the poll as people will see it.</summary>
public static class PollReviewCard
{
    public static readonly CardAction<SaveData> Save = new("poll.save");
    public static readonly CardAction<PollTemplatesCard.DraftData> Discard = new("poll.discard");

    /// <param name="Draft">The draft's id.</param>
    /// <param name="Poll">Under which id it will be: a second click shows what the first one saved.</param>
    public sealed record SaveData(string Draft, string Poll);

    /// <param name="draft">Without mistakes.</param>
    /// <param name="poll">As people get it; shown without its buttons and inputs.</param>
    /// <param name="notice">Above it, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(PollDraft draft, AdaptiveCard poll, string? notice, Texts texts) =>
        new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, "accent")],
                Part.Notice(texts.Rich("PollForm.NotSaved"), "warning"),
                new Container(ToLookAt(poll.Body, texts)) { Style = "emphasis", Separator = true },
                Part.Buttons(
                    Save.Button(texts[draft.Changes is null ? "PollForm.Save" : "PollForm.SaveChange"], new(draft.Id, draft.Target.ToString()), withInputs: false),
                    PollFormCard.Go(texts["Form.Back"], draft, PollStep.Review, PollStep.Who, withInputs: false),
                    Discard.Button(texts["Drafts.Discard"], new(draft.Id), withInputs: false)),
                Part.Note(texts.Rich("Review.Steps")),
                Part.Buttons([.. Enum.GetValues<PollStep>().Where(step => step < PollStep.Review).Select(step => PollFormCard.Go(texts[$"PollForm.{step}"], draft, PollStep.Review, step, withInputs: false))]),
            ],
            texts["PollForm.NotSaved"])
        {
            Lang = texts.Lang,
        };

    // What is pressed or chosen on the poll is words here: nothing of it can be mistaken for the organiser's own buttons.
    private static List<CardElement> ToLookAt(IEnumerable<CardElement> elements, Texts texts) =>
    [
        .. elements.Select(element => element switch
        {
            ActionSet set => new TextBlock(texts.Rich("PollForm.Buttons", string.Join(" · ", set.Actions.Select(button => button.Title)))),
            ChoiceSetInput input => new TextBlock(texts.Rich("PollForm.Input", input.Label, string.Join(" · ", input.Choices.Select(choice => choice.Title)))),
            _ => element,
        }),
    ];
}
