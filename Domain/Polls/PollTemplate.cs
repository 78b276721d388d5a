namespace LeerkringBot.Domain.Polls;

/// <summary>What a poll was made of.</summary>
public enum PollTemplate
{
    Free,

    /// <summary>"Doet uw gemeente mee met een Thorbecke-experiment?"; its options are those of <see cref="ThorbeckePoll"/>.</summary>
    Thorbecke,

    /// <summary>"Wie wil gastgemeente zijn?"; its options are those of <see cref="HostPoll"/>.</summary>
    Host,

    /// <summary>Each option is a date with times.</summary>
    Dates,
}
