namespace LeerkringBot.Domain.Gatherings;

/// <summary>A question as an organiser typed it.</summary>
/// <param name="Id">Stays with the question whatever becomes of its words.</param>
/// <param name="Text">The question.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="IsRequired">Whether one must answer.</param>
/// <param name="Choices">One a line.</param>
/// <param name="Condition">"question=answer", or nothing.</param>
public sealed record QuestionText(string Id, string Text, QuestionKind Kind, bool IsRequired, string Choices, string Condition)
{
    public static QuestionText Of(Question question) => new(
        question.Id,
        question.Text,
        question.Kind,
        question.IsRequired,
        string.Join('\n', question.Choices),
        question.Condition is { } condition ? $"{condition.QuestionId}={condition.Answer}" : "");

    public Question Read() => new(
        Id,
        Text.Trim(),
        Kind,
        IsRequired,
        // Choices of another kind of answer were typed before the kind was changed.
        Kind == QuestionKind.Choice ? [.. Lines.Of(Choices)] : [],
        Condition.Split('=', 2) is [var question, var answer] ? new(question, answer) : null);
}
