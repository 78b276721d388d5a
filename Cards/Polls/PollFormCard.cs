using System.Text.Json.Serialization;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>One step of making a poll. Whatever is pressed, what was typed goes along and is kept.</summary>
public static class PollFormCard
{
    public static readonly CardAction<StepData> Step = new("poll.step");

    /// <summary>What every step carries; each has its own inputs and leaves the others null.</summary>
    /// <param name="Draft">The draft's id.</param>
    /// <param name="Step">A <see cref="PollStep"/>: whose inputs these are.</param>
    /// <param name="To">A <see cref="PollStep"/>: where it goes.</param>
    public sealed record StepData(
        string Draft,
        string Step,
        string To,
        string? Question = null,
        string? Explanation = null,
        string? Links = null,
        string? Options = null,
        string? Form = null,
        string? Per = null,
        string? Results = null,
        [property: JsonConverter(typeof(AnyText))] string? Anonymous = null,
        string? Details = null,
        string? LastDay = null,
        string? LastTime = null);

    /// <param name="step">Any but <see cref="PollStep.Review"/>.</param>
    /// <param name="draft">As it is kept.</param>
    /// <param name="before">As it stands; null for a new poll.</param>
    /// <param name="mistakes">Those to show.</param>
    /// <param name="notice">Above it, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(PollStep step, PollDraft draft, Poll? before, IReadOnlyList<PollMistake> mistakes, string? notice, Texts texts)
    {
        var title = texts[draft.Changes is null ? "PollForm.New" : "PollForm.Change"];
        return new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, "accent")],
                .. mistakes.Count == 0 ? Array.Empty<CardElement>() : [Part.Notice(texts.Rich("Form.Mistakes"), "warning")],
                Part.Note(title),
                Part.Title(texts.Rich("Form.Step", (int)step + 1, (int)PollStep.Review, texts[$"PollForm.{step}"])),
                .. before is { HasAnswers: true } ? [Part.Note(texts.Rich("PollForm.Answered"))] : Array.Empty<CardElement>(),
                .. Inputs(step, draft.Text, before is { HasAnswers: true }, texts).SelectMany(input => PollMistakeTexts.Messages(mistakes.Where(mistake => input.Fields.Contains(mistake.Field)), texts).Append(input.Element)),
                Part.Buttons(
                [
                    Go(texts[step == PollStep.Who ? "PollForm.Review" : "Form.Next"], draft, step, step + 1),
                    .. step == PollStep.What ? [] : new[] { Go(texts["Form.Back"], draft, step, step - 1) },
                    .. draft.Changes is null || step == PollStep.Who ? [] : new[] { Go(texts["PollForm.Review"], draft, step, PollStep.Review) },
                ]),
            ],
            title)
        {
            Lang = texts.Lang,
        };
    }

    /// <summary>A button that keeps what was typed and goes to another step.</summary>
    internal static ExecuteButton Go(string title, PollDraft draft, PollStep from, PollStep to, bool withInputs = true) =>
        Step.Button(title, new(draft.Id, from.ToString(), to.ToString()), withInputs);

    private static IEnumerable<(CardElement Element, PollField[] Fields)> Inputs(PollStep step, PollText text, bool answered, Texts texts) => step switch
    {
        PollStep.What => What(text, answered, texts),
        PollStep.Options => Options(text, answered, texts),
        PollStep.Who => Who(text, answered, texts),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private static IEnumerable<(CardElement Element, PollField[] Fields)> What(PollText text, bool answered, Texts texts)
    {
        yield return answered
            ? (new TextBlock(text.Question) { Weight = "bolder" }, [PollField.Question])
            : (new TextInput(texts["PollForm.Question"]) { Id = "question", Value = text.Question, MaxLength = PollLimits.Question, IsRequired = true, ErrorMessage = texts["PollForm.QuestionFirst"] }, [PollField.Question]);
        yield return (new TextInput(texts["PollForm.Explanation"]) { Id = "explanation", Value = text.Explanation, MaxLength = PollLimits.Explanation, IsMultiline = true }, [PollField.Explanation]);
        yield return (
            new TextInput(texts["PollForm.Links"]) { Id = "links", Value = text.Links, MaxLength = PollLimits.Links * (PollLimits.LinkTitle + PollLimits.LinkAddress), IsMultiline = true, Placeholder = texts["PollForm.LinksExample"] },
            [PollField.Links]);
    }

    private static IEnumerable<(CardElement Element, PollField[] Fields)> Options(PollText text, bool answered, Texts texts)
    {
        if (answered || text.Template == PollTemplate.Thorbecke)
        {
            yield return (new TextBlock(string.Join(", ", text.Options.Split('\n'))), [PollField.Options, PollField.Form]);
            yield break;
        }

        yield return (
            new TextInput(texts["PollForm.OptionLines"])
            {
                Id = "options",
                Value = text.Options,
                MaxLength = PollLimits.MostOptions * (PollLimits.OptionTitle + 2),
                IsMultiline = true,
                Placeholder = texts["PollForm.OptionsExample"],
                IsRequired = true,
                ErrorMessage = texts["PollForm.OptionsFirst"],
            },
            [PollField.Options]);
        yield return (Choices("form", "PollForm.Form", text.Form, texts), [PollField.Form]);
    }

    private static IEnumerable<(CardElement Element, PollField[] Fields)> Who(PollText text, bool answered, Texts texts)
    {
        yield return (new DateInput(texts["PollForm.LastDay"]) { Id = "lastDay", Value = text.LastDay, IsRequired = true, ErrorMessage = texts["PollForm.LastDayFirst"] }, [PollField.ClosesAt]);
        yield return (new TimeInput(texts["PollForm.LastTime"]) { Id = "lastTime", Value = text.LastTime.Length == 0 ? null : text.LastTime }, []);
        if (answered) yield break;
        if (text.Template != PollTemplate.Thorbecke) yield return (Choices("per", "PollForm.Per", text.Per, texts), [PollField.Per]);
        yield return (Choices("results", "PollForm.Results", text.Results, texts), [PollField.Results]);
        if (text.Template == PollTemplate.Free)
            yield return (new ToggleInput(texts["PollForm.Anonymous"]) { Id = "anonymous", Value = text.IsAnonymous ? "true" : "false" }, [PollField.Anonymity]);
        yield return (
            new ChoiceSetInput(texts["PollForm.Details"], [.. Offered(text).Select(detail => new Choice(texts[$"Poll.Detail.{detail}"], detail.ToString()))])
            {
                Id = "details",
                Value = text.Details.Length == 0 ? null : text.Details,
                IsMultiSelect = true,
                Style = "expanded",
                Wrap = true,
            },
            [PollField.Details]);
    }

    private static IEnumerable<PollDetail> Offered(PollText text) => text.Template switch
    {
        PollTemplate.Thorbecke => ThorbeckePoll.Details,
        PollTemplate.Host => [PollDetail.Place, PollDetail.Capacity, PollDetail.Contact, PollDetail.Explanation],
        _ => [PollDetail.Explanation, PollDetail.Contact, PollDetail.Support],
    };

    private static ChoiceSetInput Choices<T>(string id, string key, T value, Texts texts)
        where T : struct, Enum =>
        new(texts[key], [.. Enum.GetValues<T>().Select(one => new Choice(texts[$"{key}.{one}"], one.ToString()))]) { Id = id, Value = value.ToString(), Style = "expanded", Wrap = true };
}
