namespace LeerkringBot.Domain.Polls;

/// <summary>All that can happen to a click on a poll.</summary>
public abstract record AnswerOutcome
{
    private AnswerOutcome() { }

    /// <summary>The answer is what was clicked, also when it already was.</summary>
    /// <param name="Poll">What was asked.</param>
    /// <param name="Tally">With the answer in it.</param>
    /// <param name="Voter">Whose answer it is.</param>
    /// <param name="Replaced">Who gave the answer before it and hears of the change; null where nobody else did.</param>
    public sealed record Stands(Poll Poll, PollTally Tally, Voter Voter, MemberId? Replaced = null) : AnswerOutcome;

    /// <summary>A colleague answered something else; the person must confirm to change it.</summary>
    /// <param name="Poll">What was asked.</param>
    /// <param name="Tally">With the current answer in it.</param>
    /// <param name="Current">What stands now.</param>
    /// <param name="Chosen">What was clicked.</param>
    public sealed record ConfirmChange(Poll Poll, PollTally Tally, PollAnswer Current, PollChoice Chosen) : AnswerOutcome;

    /// <summary>Took part in an anonymous poll.</summary>
    /// <param name="Poll">What was asked.</param>
    /// <param name="Tally">With them in it.</param>
    /// <param name="Voter">Who took part.</param>
    /// <param name="Before">True when they did before: this click counted nothing.</param>
    public sealed record TookPart(Poll Poll, PollTally Tally, Voter Voter, bool Before) : AnswerOutcome;

    /// <summary>Nothing was chosen, or too much; nothing changed.</summary>
    /// <param name="Poll">What was asked.</param>
    /// <param name="Tally">As it stands.</param>
    /// <param name="Details">Those that can't be as they were told; empty where the choice is what is wrong.</param>
    public sealed record Mistaken(Poll Poll, PollTally Tally, IReadOnlyList<PollDetail> Details) : AnswerOutcome;

    /// <summary>Somebody who works for several municipalities must say for which.</summary>
    public sealed record ForWhich(Poll Poll, PollTally Tally, IReadOnlyList<Municipality> Municipalities) : AnswerOutcome;

    public sealed record Closed(Poll Poll, PollTally Tally) : AnswerOutcome;

    /// <summary>People of other organisations can look, not answer for a municipality.</summary>
    public sealed record NoMunicipality(Poll Poll, PollTally Tally) : AnswerOutcome;

    /// <summary>The member must first say whom they speak for.</summary>
    public sealed record AffiliationNeeded(Poll Poll) : AnswerOutcome;

    public sealed record UnknownPoll : AnswerOutcome;
}
