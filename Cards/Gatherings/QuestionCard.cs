using System.Text.Json.Serialization;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;

namespace LeerkringBot.Cards.Gatherings;

/// <summary>One question of the form.</summary>
public static class QuestionCard
{
    public static readonly CardAction<QuestionData> Keep = new("gathering.question.keep");
    public static readonly CardAction<EditData> Edit = new("gathering.question.edit");
    public static readonly CardAction<MoveData> Move = new("gathering.question.move");
    public static readonly CardAction<EditData> Remove = new("gathering.question.remove");

    /// <param name="Draft">The draft's id.</param>
    /// <param name="Question">Its id; of a new one too, so that twice is once.</param>
    /// <param name="When">The condition as <see cref="QuestionText"/> has it; empty for always.</param>
    public sealed record QuestionData(
        string Draft,
        string Question,
        string? Text = null,
        string? Kind = null,
        [property: JsonConverter(typeof(AnyText))] string? Required = null,
        string? Choices = null,
        string? When = null);

    /// <param name="Draft">The draft's id.</param>
    /// <param name="Question">Null for a new one.</param>
    public sealed record EditData(string Draft, string? Question = null);

    /// <param name="Draft">The draft's id.</param>
    /// <param name="Question">Which.</param>
    /// <param name="Place">Where it goes, counted from 0.</param>
    public sealed record MoveData(string Draft, string Question, int Place);

    /// <summary>"always", as the list has it: a list that is empty when nothing is chosen reads badly.</summary>
    public const string Always = "-";

    private const int MostConditions = 40;

    /// <param name="form">With the mistakes of this question alone.</param>
    /// <param name="question">As typed.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(GatheringForm form, QuestionText question, Texts texts)
    {
        var conditions = Conditions(form, question, texts);
        return new(
            [
                .. form.Mistakes.Count == 0 ? Array.Empty<CardElement>() : [Part.Notice(texts.Rich("Form.Mistakes"), "warning")],
                Part.Title(texts.Rich("Form.Question")),
                .. form.Field(
                    texts,
                    new TextInput(texts["Form.QuestionText"]) { Id = "text", Value = question.Text, MaxLength = GatheringLimits.Question, Placeholder = texts["Form.QuestionExample"], IsRequired = true, ErrorMessage = texts["Form.QuestionFirst"] },
                    GatheringField.QuestionText),
                new ChoiceSetInput(texts["Form.QuestionKind"], [.. Enum.GetValues<QuestionKind>().Select(kind => new Choice(texts[$"Form.QuestionKind.{kind}"], kind.ToString()))])
                {
                    Id = "kind",
                    Value = question.Kind.ToString(),
                    Style = "expanded",
                    IsRequired = true,
                    ErrorMessage = texts["Form.QuestionKindFirst"],
                },
                .. form.Field(
                    texts,
                    new TextInput(texts["Form.QuestionChoices"]) { Id = "choices", Value = question.Choices, IsMultiline = true, MaxLength = GatheringLimits.Choices * GatheringLimits.Choice, Placeholder = texts["Form.QuestionChoicesExample"] },
                    GatheringField.QuestionChoices),
                new ToggleInput(texts["Form.QuestionMust"]) { Id = "required", Value = question.IsRequired ? "true" : "false" },
                .. conditions.Count == 0 ? [] : form.Field(
                    texts,
                    new ChoiceSetInput(texts["Form.QuestionCondition"], [new(texts["Form.QuestionAlways"], Always), .. conditions])
                    {
                        Id = "when",
                        Value = conditions.Any(choice => choice.Value == question.Condition) ? question.Condition : Always,
                        Style = conditions.Count < 6 ? "expanded" : "compact",
                        Wrap = true,
                    },
                    GatheringField.QuestionCondition),
                Part.Buttons(
                    Keep.Button(texts["Form.KeepQuestion"], new(form.Draft.Id, question.Id)),
                    GatheringFormCard.Go(texts["Form.Back"], form, FormStep.Questions, FormStep.Questions, withInputs: false)),
            ],
            texts["Form.Question"])
        {
            Lang = texts.Lang,
        };
    }

    internal static string AnswerText(string answer, Texts texts) => answer switch
    {
        Question.Yes => texts["Form.Answer.Yes"],
        Question.No => texts["Form.Answer.No"],
        _ => answer,
    };

    // Of many long lists only the first: a card has to stay a card.
    private static List<Choice> Conditions(GatheringForm form, QuestionText question, Texts texts) =>
    [
        .. (from earlier in form.Text.Questions.TakeWhile(one => one.Id != question.Id)
           from answer in QuestionRules.Answers(earlier.Read())
           select new Choice(texts.Plain("Form.QuestionOnlyIf", earlier.Text, AnswerText(answer, texts)), $"{earlier.Id}={answer}")).Take(MostConditions),
    ];
}
