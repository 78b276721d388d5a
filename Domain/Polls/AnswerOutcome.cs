namespace LeerkringBot.Domain.Polls;

/// <summary>All that can happen to a click on a poll.</summary>
public abstract record AnswerOutcome
{
    private AnswerOutcome() { }

    /// <summary>The municipality's answer is what was clicked, also when it already was.</summary>
    public sealed record Stands(Poll Poll, PollTally Tally, MunicipalityCode Municipality) : AnswerOutcome;

    /// <summary>A colleague answered something else; the person must confirm to change it.</summary>
    /// <param name="Current">What stands now.</param>
    /// <param name="Chosen">Key of the option that was clicked.</param>
    public sealed record ConfirmChange(Poll Poll, PollTally Tally, PollAnswer Current, string Chosen) : AnswerOutcome;

    public sealed record Closed(Poll Poll, PollTally Tally, MunicipalityCode? Municipality) : AnswerOutcome;

    /// <summary>People of other organisations can look, not answer.</summary>
    public sealed record NoMunicipality(Poll Poll, PollTally Tally) : AnswerOutcome;

    /// <summary>The member must first say whom they speak for.</summary>
    public sealed record AffiliationNeeded : AnswerOutcome;

    public sealed record UnknownPoll : AnswerOutcome;
}
