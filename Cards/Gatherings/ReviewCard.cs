using LeerkringBot.Cards.Elements;

namespace LeerkringBot.Cards.Gatherings;

/// <summary>The last step: the invitation as people will see it.</summary>
public static class ReviewCard
{
    public static readonly CardAction<SaveData> Save = new("gathering.save");
    public static readonly CardAction<DraftsCard.DraftData> Discard = new("gathering.discard");

    /// <param name="Draft">The draft's id.</param>
    /// <param name="Gathering">Under which id it will be: a second click shows what the first one saved.</param>
    public sealed record SaveData(string Draft, string Gathering);

    /// <remarks>What the invitation asks of people is shown, and holds nobody back who saves: no button here takes its inputs along.</remarks>
    /// <param name="form">Without mistakes.</param>
    /// <param name="invitation">As people get it; shown without its buttons.</param>
    /// <param name="told">How many people get a message when it is saved.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(GatheringForm form, AdaptiveCard invitation, int told, Texts texts) =>
        new(
            [
                .. form.Notice is null ? Array.Empty<CardElement>() : [Part.Notice(form.Notice, "accent")],
                Part.Notice(texts.Rich("Review.NotSaved"), "warning"),
                .. told == 0 ? Array.Empty<CardElement>() : [new TextBlock(texts.Count("Review.Told", told)) { Weight = "bolder" }],
                new Container(WithoutButtons(invitation.Body)) { Style = "emphasis", Separator = true },
                Part.Buttons(
                    Save.Button(texts["Review.Save"], new(form.Draft.Id, form.Draft.Target.ToString()), withInputs: false),
                    GatheringFormCard.Go(texts["Form.Back"], form, FormStep.Review, FormStep.Rounds, withInputs: false),
                    Discard.Button(texts["Drafts.Discard"], new(form.Draft.Id), withInputs: false)),
                Part.Note(texts.Rich("Review.Steps")),
                // A set holds no more than five.
                .. Enum.GetValues<FormStep>().Where(step => step < FormStep.Review).Chunk(3)
                    .Select(steps => Part.Buttons([.. steps.Select(step => GatheringFormCard.Go(texts[$"Form.{step}"], form, FormStep.Review, step, withInputs: false))])),
            ],
            texts["Review.NotSaved"])
        {
            Lang = texts.Lang,
        };

    private static List<CardElement> WithoutButtons(IEnumerable<CardElement> elements) =>
        [.. elements.Where(element => element is not ActionSet).Select(element => element is Container inner ? inner with { Items = WithoutButtons(inner.Items) } : element)];
}
