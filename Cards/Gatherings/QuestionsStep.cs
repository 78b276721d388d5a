using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;

namespace LeerkringBot.Cards.Gatherings;

/// <summary>The questions, each with what can be done with it. Mistakes show at once: moving a question may make one.</summary>
internal static class QuestionsStep
{
    public static IEnumerable<CardElement> Inputs(GatheringForm form, Texts texts)
    {
        var questions = form.Text.Questions;
        yield return new TextBlock(texts.Rich(questions.IsEmpty ? "Form.NoQuestions" : "Form.QuestionsHelp"));
        foreach (var (question, index) in questions.Select((question, index) => (question, index)))
        {
            yield return new Container(
            [
                new TextBlock(question.Text) { Weight = "bolder" },
                Part.Note(About(question, questions, texts)) with { Spacing = "none" },
                .. MistakeTexts.Messages(form.Mistakes.Where(mistake => mistake.Item == index && FormSteps.Of(mistake.Field) == FormStep.Questions), texts),
                Part.Buttons(Buttons(form, question, index, texts)),
            ])
            { Separator = true, Spacing = "medium" };
        }

        foreach (var message in MistakeTexts.Messages(form.At(GatheringField.Questions), texts)) yield return message;
        if (questions.Length < GatheringLimits.Questions)
            yield return Part.Buttons(QuestionCard.Edit.Button(texts["Form.AddQuestion"], new(form.Draft.Id, null))) with { Separator = true };
    }

    private static List<CardButton> Buttons(GatheringForm form, QuestionText question, int index, Texts texts)
    {
        var buttons = new List<CardButton> { QuestionCard.Edit.Button(texts["Form.EditQuestion"], new(form.Draft.Id, question.Id)) };
        if (index > 0) buttons.Add(QuestionCard.Move.Button(texts["Form.MoveUp"], new(form.Draft.Id, question.Id, index - 1)));
        buttons.Add(QuestionCard.Remove.Button(texts["Form.RemoveQuestion"], new(form.Draft.Id, question.Id)));
        return buttons;
    }

    private static CardText About(QuestionText question, IReadOnlyList<QuestionText> all, Texts texts)
    {
        var kind = texts[$"Form.QuestionKind.{question.Kind}"];
        var required = question.IsRequired ? texts.Plain("Form.QuestionRequired", kind) : kind;
        var read = question.Read().Condition;
        return read is not null && all.FirstOrDefault(one => one.Id == read.QuestionId) is { } asked
            ? texts.Rich("Form.QuestionWhen", required, asked.Text, QuestionCard.AnswerText(read.Answer, texts))
            : CardText.Plain(required);
    }
}
