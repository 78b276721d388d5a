namespace LeerkringBot.Domain.Polls;

/// <param name="Voter">Whose answer it is.</param>
/// <param name="Choice">What was chosen.</param>
/// <param name="By">Who clicked, or the organiser who entered it.</param>
/// <param name="At">When.</param>
/// <param name="Version">1 for the first answer of this voter, then one more each time; also its place in the history.</param>
public sealed record PollAnswer(Voter Voter, PollChoice Choice, MemberId By, DateTimeOffset At, int Version)
{
    /// <summary>For an answer that an organiser entered on behalf: how it came, for example "telefonisch, griffie". Null for one given by a click.</summary>
    public string? Source { get; init; }

    /// <summary>As they stand with it; in the history only where they were changed, otherwise null.</summary>
    public AnswerDetails? Details { get; init; }
}
