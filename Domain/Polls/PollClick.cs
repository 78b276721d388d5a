namespace LeerkringBot.Domain.Polls;

/// <summary>An answer as it was clicked or typed; untrusted.</summary>
/// <param name="Choice">What was chosen; may be of no option there is.</param>
public sealed record PollClick(PollChoice Choice)
{
    /// <summary>For which municipality, for who works for several; null means the only one.</summary>
    public MunicipalityCode? For { get; init; }

    /// <summary>The version that the person saw and wants changed; null on a first click.</summary>
    public int? SeenVersion { get; init; }

    /// <summary>All details as they are to be; null leaves those that stand.</summary>
    public AnswerDetails? Details { get; init; }
}
