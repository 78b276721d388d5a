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
    /// <param name="Dates">Those that stay, with commas.</param>
    /// <param name="ChoosesDates">The card had the dates: none that stays means that all go.</param>
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
        string? LastTime = null,
        string? Gathering = null,
        string? Dates = null,
        string? NewDay = null,
        string? NewStart = null,
        string? NewEnd = null,
        bool ChoosesDates = false);

    /// <param name="step">Any but <see cref="PollStep.Review"/>.</param>
    /// <param name="draft">As it is kept.</param>
    /// <param name="before">As it stands; null for a new poll.</param>
    /// <param name="mistakes">Those to show.</param>
    /// <param name="gatherings">Those to come, for a poll for hosts: titles and ids.</param>
    /// <param name="notice">Above it, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(PollStep step, PollDraft draft, Poll? before, IReadOnlyList<PollMistake> mistakes, IReadOnlyList<Choice> gatherings, string? notice, Texts texts)
    {
        var title = texts[draft.Changes is null ? "PollForm.New" : "PollForm.Change"];
        return new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, "accent")],
                .. mistakes.Count == 0 ? Array.Empty<CardElement>() : [Part.Notice(texts.Rich("Form.Mistakes"), "warning")],
                Part.Note(title),
                Part.Title(texts.Rich("Form.Step", (int)step + 1, (int)PollStep.Review, texts[$"PollForm.{step}"])),
                .. before is { HasAnswers: true } ? [Part.Note(texts.Rich("PollForm.Answered"))] : Array.Empty<CardElement>(),
                .. Inputs(step, draft.Text, before is { HasAnswers: true }, gatherings, texts).SelectMany(input => PollMistakeTexts.Messages(mistakes.Where(mistake => input.Fields.Contains(mistake.Field)), draft.Text, texts).Append(input.Element)),
                .. ChoosesDates(step, draft, before) ? [Part.Buttons(Go(texts["DatesPoll.Add"], draft, step, step, choosesDates: true))] : Array.Empty<CardElement>(),
                Part.Buttons(
                [
                    Go(texts[step == PollStep.Who ? "PollForm.Review" : "Form.Next"], draft, step, step + 1, choosesDates: ChoosesDates(step, draft, before)),
                    .. step == PollStep.What ? [] : new[] { Go(texts["Form.Back"], draft, step, step - 1, choosesDates: ChoosesDates(step, draft, before)) },
                    .. draft.Changes is null || step == PollStep.Who ? [] : new[] { Go(texts["PollForm.Review"], draft, step, PollStep.Review, choosesDates: ChoosesDates(step, draft, before)) },
                ]),
            ],
            title)
        {
            Lang = texts.Lang,
        };
    }

    /// <summary>A button that keeps what was typed and goes to another step.</summary>
    internal static ExecuteButton Go(string title, PollDraft draft, PollStep from, PollStep to, bool withInputs = true, bool choosesDates = false) =>
        Step.Button(title, new(draft.Id, from.ToString(), to.ToString(), ChoosesDates: choosesDates), withInputs);

    private static bool ChoosesDates(PollStep step, PollDraft draft, Poll? before) => step == PollStep.Options && draft.Text.Template == PollTemplate.Dates && before is not { HasAnswers: true };

    private static IEnumerable<(CardElement Element, PollField[] Fields)> Inputs(PollStep step, PollText text, bool answered, IReadOnlyList<Choice> gatherings, Texts texts) => step switch
    {
        PollStep.What => What(text, answered, gatherings, texts),
        PollStep.Options => Options(text, answered, texts),
        PollStep.Who => Who(text, answered, texts),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private static IEnumerable<(CardElement Element, PollField[] Fields)> What(PollText text, bool answered, IReadOnlyList<Choice> gatherings, Texts texts)
    {
        if (text.Template == PollTemplate.Host)
        {
            yield return answered
                ? (new TextBlock(gatherings.FirstOrDefault(one => one.Value == text.Gathering)?.Title ?? ""), [PollField.Gathering])
                : gatherings.Count == 0 ? (new TextBlock(texts["HostPoll.NoGatherings"]), [PollField.Gathering])
                : (new ChoiceSetInput(texts["HostPoll.Gathering"], gatherings) { Id = "gathering", Value = text.Gathering.Length == 0 ? null : text.Gathering, Style = "compact", Placeholder = texts["Poll.ChooseVote"], IsRequired = true, ErrorMessage = texts["HostPoll.GatheringFirst"] }, [PollField.Gathering]);
        }

        yield return answered
            ? (new TextBlock(text.Question) { Weight = "bolder" }, [PollField.Question])
            : (new TextInput(texts["PollForm.Question"]) { Id = "question", Value = text.Question, MaxLength = PollLimits.Question, IsRequired = true, ErrorMessage = texts["PollForm.QuestionFirst"] }, [PollField.Question]);
        yield return (new TextInput(texts["PollForm.Explanation"]) { Id = "explanation", Value = text.Explanation, MaxLength = PollLimits.Explanation, IsMultiline = true }, [PollField.Explanation]);
        if (answered && text.Links.Length > 0) yield return (new TextBlock(text.Links), [PollField.Links]);
        if (answered) yield break;
        yield return (
            new TextInput(texts["PollForm.Links"]) { Id = "links", Value = text.Links, MaxLength = PollLimits.Links * (PollLimits.LinkTitle + PollLimits.LinkAddress), IsMultiline = true, Placeholder = texts["PollForm.LinksExample"] },
            [PollField.Links]);
    }

    private static IEnumerable<(CardElement Element, PollField[] Fields)> Options(PollText text, bool answered, Texts texts)
    {
        if (text.Template == PollTemplate.Dates)
        {
            foreach (var input in Dates(text, answered, texts)) yield return input;
            yield break;
        }

        if (answered || text.Template is PollTemplate.Thorbecke or PollTemplate.Host)
        {
            var options = text.Template == PollTemplate.Host ? HostPoll.Options.Select(option => option.Title) : text.Options.Split('\n');
            yield return (new TextBlock(string.Join(", ", options)), [PollField.Options, PollField.Form]);
            if (text.Template == PollTemplate.Host) yield return (Part.Note(texts.Rich("HostPoll.Asks")), []);
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

    private static IEnumerable<(CardElement Element, PollField[] Fields)> Dates(PollText text, bool answered, Texts texts)
    {
        var dates = text.Options.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var titles = dates.Select(date => PollMoment.Read(date) is { } moment ? ChoiceText.Of(moment, null, texts) : date);
        if (answered)
        {
            yield return (new Container([.. titles.Select(title => new TextBlock(title) { Spacing = "none" })]), [PollField.Options, PollField.Form]);
            yield break;
        }

        yield return dates.Length == 0
            ? (new TextBlock(texts.Rich("DatesPoll.NoneYet")), [PollField.Options, PollField.Form])
            : (new ChoiceSetInput(texts["DatesPoll.Dates"], [.. dates.Zip(titles, (date, title) => new Choice(title, date))]) { Id = "dates", Value = string.Join(',', dates), IsMultiSelect = true, Style = "expanded", Wrap = true },
                [PollField.Options, PollField.Form]);
        yield return (new DateInput(texts["DatesPoll.Day"]) { Id = "newDay", Value = text.NewDay.Length == 0 ? null : text.NewDay }, [PollField.NewDate]);
        yield return (new TimeInput(texts["DatesPoll.Start"]) { Id = "newStart", Value = text.NewStart.Length == 0 ? null : text.NewStart }, []);
        yield return (new TimeInput(texts["DatesPoll.End"]) { Id = "newEnd", Value = text.NewEnd.Length == 0 ? null : text.NewEnd }, []);
    }

    private static IEnumerable<(CardElement Element, PollField[] Fields)> Who(PollText text, bool answered, Texts texts)
    {
        yield return (new DateInput(texts["PollForm.LastDay"]) { Id = "lastDay", Value = text.LastDay, IsRequired = true, ErrorMessage = texts["PollForm.LastDayFirst"] }, [PollField.ClosesAt]);
        yield return (new TimeInput(texts["PollForm.LastTime"]) { Id = "lastTime", Value = text.LastTime.Length == 0 ? null : text.LastTime }, []);
        if (answered) yield break;
        if (text.Template is PollTemplate.Free or PollTemplate.Dates) yield return (Choices("per", "PollForm.Per", text.Per, texts), [PollField.Per]);
        yield return (Choices("results", "PollForm.Results", text.Results, texts), [PollField.Results]);
        if (text.Template == PollTemplate.Free)
            yield return (new ToggleInput(texts["PollForm.Anonymous"]) { Id = "anonymous", Value = text.IsAnonymous ? "true" : "false" }, [PollField.Anonymity]);
        if (text.Template == PollTemplate.Host) yield break;
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
        PollTemplate.Dates => [PollDetail.Explanation],
        _ => [PollDetail.Explanation, PollDetail.Contact, PollDetail.Support],
    };

    private static ChoiceSetInput Choices<T>(string id, string key, T value, Texts texts)
        where T : struct, Enum =>
        new(texts[key], [.. Enum.GetValues<T>().Select(one => new Choice(texts[$"{key}.{one}"], one.ToString()))]) { Id = id, Value = value.ToString(), Style = "expanded", Wrap = true };
}
