namespace LeerkringBot.Domain.Polls;

/// <summary>Where something is wrong, or was changed.</summary>
public enum PollField
{
    Template,
    Question,
    Explanation,
    Links,
    Gathering,
    Options,

    /// <summary>A date that is being added to the others.</summary>
    NewDate,
    Form,
    Per,
    Results,
    Anonymity,
    Details,
    ClosesAt,
}
