namespace LeerkringBot.Domain.Gatherings;

/// <summary>What the questions of a gathering must be like.</summary>
public static class QuestionRules
{
    internal static IEnumerable<GatheringMistake> Mistakes(IReadOnlyList<Question> questions)
    {
        if (questions.Count > GatheringLimits.Questions) yield return new(GatheringField.Questions, GatheringFault.TooMany, Number: GatheringLimits.Questions);
        var ids = new HashSet<string>();
        for (var i = 0; i < questions.Count; i++)
        {
            var question = questions[i];
            foreach (var mistake in GatheringRules.Text(GatheringField.QuestionText, question.Text, GatheringLimits.Question, i)) yield return mistake;
            foreach (var mistake in Choices(question, i)) yield return mistake;
            if (question.Condition is { } condition && Condition(condition, [.. questions.Take(i)]) is { } fault) yield return new(GatheringField.QuestionCondition, fault, i);
            if (!ids.Add(question.Id)) yield return new(GatheringField.QuestionId, GatheringFault.Twice, i);
        }
    }

    /// <summary>The answers that a condition may ask for; none for a question that is answered in one's own words.</summary>
    public static IReadOnlyList<string> Answers(Question question) => question.Kind switch
    {
        QuestionKind.YesNo => [Question.Yes, Question.No],
        QuestionKind.Choice => question.Choices,
        _ => [],
    };

    private static GatheringFault? Condition(QuestionCondition condition, IReadOnlyList<Question> earlier) =>
        earlier.FirstOrDefault(question => question.Id == condition.QuestionId) is not { } asked ? GatheringFault.UnknownQuestion
        : Answers(asked).Contains(condition.Answer) ? null
        : GatheringFault.ImpossibleAnswer;

    private static IEnumerable<GatheringMistake> Choices(Question question, int index)
    {
        if (question.Kind != QuestionKind.Choice) return GatheringRules.When(!question.Choices.IsEmpty, new(GatheringField.QuestionChoices, GatheringFault.TooMany, index, Number: 0));
        if (question.Choices.Length < 2) return [new(GatheringField.QuestionChoices, GatheringFault.TooFew, index, Number: 2)];
        if (question.Choices.Length > GatheringLimits.Choices) return [new(GatheringField.QuestionChoices, GatheringFault.TooMany, index, Number: GatheringLimits.Choices)];
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return question.Choices.SelectMany((choice, inner) => GatheringRules.Text(GatheringField.QuestionChoices, choice, GatheringLimits.Choice, index, inner)
            .Concat(GatheringRules.When(!known.Add(choice.Trim()), new(GatheringField.QuestionChoices, GatheringFault.Twice, index, inner))));
    }
}
