namespace LeerkringBot.Domain.Polls;

/// <summary>Who sees what was answered. How many answered everybody always sees.</summary>
public enum ResultsFor
{
    Everybody,

    /// <summary>Everybody who answered; once it is closed, everybody.</summary>
    AfterAnswering,

    /// <summary>Everybody once it is closed; organisers before, unless it is anonymous.</summary>
    AfterClosing,

    Organisers,
}
