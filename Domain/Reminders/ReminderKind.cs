namespace LeerkringBot.Domain.Reminders;

public enum ReminderKind
{
    /// <summary>Some days before the deadline, to who was invited and gave no answer.</summary>
    Deadline,

    /// <summary>The same, shortly before the deadline.</summary>
    LastCall,

    /// <summary>The working day before a gathering, to who comes.</summary>
    Eve,

    /// <summary>The working day after a gathering, to who came: thanks, and their ideas.</summary>
    Thanks,

    /// <summary>Before a poll closes, to the contact officers of municipalities that are silent.</summary>
    Poll,

    /// <summary>The working day after that, to their colleagues.</summary>
    PollColleagues,

    /// <summary>Once a poll is closed, to who answered: the result.</summary>
    PollResult,
}
