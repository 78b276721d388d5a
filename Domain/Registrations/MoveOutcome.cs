namespace LeerkringBot.Domain.Registrations;

/// <summary>All that can happen when somebody moves their registration to another date of the series.</summary>
public abstract record MoveOutcome
{
    private MoveOutcome() { }

    /// <param name="Sheet">Of the new date.</param>
    /// <param name="Registration">For the new date.</param>
    public sealed record Moved(RegistrationSheet Sheet, Registration Registration) : MoveOutcome;

    /// <summary>The last place was taken meanwhile; the registration for the old date stands.</summary>
    public sealed record Full : MoveOutcome;

    /// <summary>One of the two is over, cancelled or closed.</summary>
    public sealed record Closed : MoveOutcome;

    /// <summary>The new date has something to choose or to answer first.</summary>
    public sealed record QuestionsFirst : MoveOutcome;

    /// <summary>There is nothing to move.</summary>
    public sealed record NotRegistered : MoveOutcome;

    public sealed record UnknownGathering : MoveOutcome;
}
