namespace LeerkringBot.Bot.Polls;

/// <summary>Which people of the municipalities that are silent.</summary>
public enum SilentPart
{
    Everybody,

    /// <summary>Their contact officers; of a municipality where none is known, everybody.</summary>
    Contacts,

    /// <summary>The others.</summary>
    Colleagues,
}
