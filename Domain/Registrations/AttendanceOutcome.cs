namespace LeerkringBot.Domain.Registrations;

/// <summary>All that can happen when somebody says that they are there.</summary>
public abstract record AttendanceOutcome
{
    private AttendanceOutcome() { }

    /// <summary>Noted, also when it already was.</summary>
    public sealed record Present(RegistrationSheet Sheet, Registration Registration) : AttendanceOutcome;

    /// <summary>Possible from an hour before the start until the end.</summary>
    public sealed record NotNow(RegistrationSheet Sheet, Registration? Registration) : AttendanceOutcome;

    /// <summary>They have no place.</summary>
    public sealed record NotExpected(RegistrationSheet Sheet, Registration? Registration) : AttendanceOutcome;

    public sealed record UnknownGathering : AttendanceOutcome;
}
