namespace LeerkringBot.Domain.Polls;

/// <summary>Where something is wrong, or was changed.</summary>
public enum PollField
{
    Template,
    Question,
    Explanation,
    Links,
    Options,
    Form,
    Per,
    Results,
    Anonymity,
    Details,
    ClosesAt,
}
