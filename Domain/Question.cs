using System.Collections.Immutable;

namespace LeerkringBot.Domain;

/// <summary>What participants of a gathering are asked.</summary>
/// <param name="Id">A <see cref="Key"/>, unique within the gathering.</param>
/// <param name="Text">The question itself.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="IsRequired">Whether one can register without an answer; counts only while its condition holds.</param>
/// <param name="Choices">For <see cref="QuestionKind.Choice"/>, at least two; otherwise empty.</param>
/// <param name="Condition">When it is asked; null means always.</param>
public sealed record Question(string Id, string Text, QuestionKind Kind, bool IsRequired, ImmutableArray<string> Choices, QuestionCondition? Condition = null)
{
    /// <summary>The answer "yes" to a <see cref="QuestionKind.YesNo"/>, as it is stored.</summary>
    public const string Yes = "yes";

    /// <summary>The answer "no" to a <see cref="QuestionKind.YesNo"/>, as it is stored.</summary>
    public const string No = "no";
}

/// <param name="QuestionId">An earlier question of the same gathering.</param>
/// <param name="Answer">As it is stored: <see cref="Question.Yes"/>, <see cref="Question.No"/> or a choice.</param>
public sealed record QuestionCondition(string QuestionId, string Answer);

public enum QuestionKind
{
    Text,
    Choice,
    YesNo,

    /// <summary>A whole number of 0 or more.</summary>
    Number,
}
