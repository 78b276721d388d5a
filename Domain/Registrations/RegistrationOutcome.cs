namespace LeerkringBot.Domain.Registrations;

/// <summary>All that can happen to an answer to an invitation.</summary>
public abstract record RegistrationOutcome
{
    private RegistrationOutcome() { }

    /// <summary>The answer stands, also when it already did.</summary>
    public sealed record Stands(RegistrationSheet Sheet, Registration? Registration) : RegistrationOutcome;

    /// <summary>Registering and changing are closed; cancelling isn't.</summary>
    public sealed record Closed(RegistrationSheet Sheet, Registration? Registration) : RegistrationOutcome;

    /// <summary>The gathering is over or was cancelled.</summary>
    public sealed record Over(RegistrationSheet Sheet, Registration? Registration) : RegistrationOutcome;

    /// <summary>There is something to choose or to answer first.</summary>
    public sealed record QuestionsFirst(RegistrationSheet Sheet, Registration? Registration) : RegistrationOutcome;

    /// <summary>The member must first say whom they speak for.</summary>
    public sealed record AffiliationNeeded : RegistrationOutcome;

    public sealed record UnknownGathering : RegistrationOutcome;
}
