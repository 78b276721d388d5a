namespace LeerkringBot.Domain.Polls;

/// <summary>How one answers.</summary>
public enum PollForm
{
    /// <summary>One option: one click.</summary>
    OneChoice,

    /// <summary>One or more options.</summary>
    SeveralChoices,

    /// <summary>Yes, maybe or no to each option.</summary>
    YesMaybeNo,

    /// <summary>Yes, if need be or no to each option.</summary>
    YesIfNeedBeNo,
}
