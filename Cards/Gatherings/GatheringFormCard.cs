using System.Text.Json.Serialization;
using LeerkringBot.Cards.Elements;

namespace LeerkringBot.Cards.Gatherings;

/// <summary>One step of writing a gathering down. Whatever is pressed, what was typed goes along and is kept.</summary>
public static class GatheringFormCard
{
    public static readonly CardAction<StepData> Step = new("gathering.step");

    /// <summary>What every step carries; each has its own inputs and leaves the others null.</summary>
    /// <param name="Draft">The draft's id.</param>
    /// <param name="Step">A <see cref="FormStep"/>: whose inputs these are.</param>
    /// <param name="To">A <see cref="FormStep"/>: where it goes.</param>
    public sealed record StepData(
        string Draft,
        string Step,
        string To,
        string? Title = null,
        string? Kind = null,
        string? Why = null,
        string? Date = null,
        string? Start = null,
        string? End = null,
        string? Place = null,
        string? Address = null,
        string? Programme = null,
        [property: JsonConverter(typeof(AnyText))] string? Capacity = null,
        string? LastDay = null,
        [property: JsonConverter(typeof(AnyText))] string? Approval = null,
        [property: JsonConverter(typeof(AnyText))] string? Wishes = null,
        string? Roles = null,
        string? Audience = null,
        string? Hosts = null,
        string? Contact = null,
        string? Rounds = null);

    /// <param name="step">Any but <see cref="FormStep.Review"/>.</param>
    /// <param name="form">What it shows.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(FormStep step, GatheringForm form, Texts texts)
    {
        var title = texts[form.Draft.Changes is null ? "Form.New" : "Form.Change"];
        return new(
            [
                .. form.Notice is null ? Array.Empty<CardElement>() : [Part.Notice(form.Notice, "accent")],
                .. form.Mistakes.Count == 0 ? Array.Empty<CardElement>() : [Part.Notice(texts.Rich("Form.Mistakes"), "warning")],
                Part.Note(title),
                Part.Title(texts.Rich("Form.Step", (int)step + 1, (int)FormStep.Review, texts[$"Form.{step}"])),
                .. Inputs(step, form, texts),
                Buttons(step, form, texts),
            ],
            title)
        {
            Lang = texts.Lang,
        };
    }

    /// <summary>A button that keeps what was typed and goes to another step.</summary>
    internal static ExecuteButton Go(string title, GatheringForm form, FormStep from, FormStep to, bool withInputs = true) =>
        Step.Button(title, new(form.Draft.Id, from.ToString(), to.ToString()), withInputs);

    private static IEnumerable<CardElement> Inputs(FormStep step, GatheringForm form, Texts texts) => step switch
    {
        FormStep.What => WhatStep.Inputs(form, texts),
        FormStep.Where => WhereStep.Inputs(form, texts),
        FormStep.Programme => ProgrammeStep.Inputs(form, texts),
        FormStep.Places => PlacesStep.Inputs(form, texts),
        FormStep.Questions => QuestionsStep.Inputs(form, texts),
        FormStep.Rounds => RoundsStep.Inputs(form, texts),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private static ActionSet Buttons(FormStep step, GatheringForm form, Texts texts)
    {
        // A required input that is still empty would hold back who wants to go back; as long as it is there is nothing to keep.
        var back = step == FormStep.What ? [] : new[] { Go(texts["Form.Back"], form, step, step - 1, step != FormStep.Where || (form.Text.PlaceName.Length > 0 && form.Text.Address.Length > 0)) };
        var next = Go(texts[step == FormStep.Rounds ? "Form.Review" : "Form.Next"], form, step, step + 1);
        // Who changes one thing need not walk by all the others.
        var skip = form.Draft.Changes is null || step == FormStep.Rounds ? [] : new[] { Go(texts["Form.Review"], form, step, FormStep.Review) };
        return Part.Buttons([next, .. back, .. skip]);
    }
}
