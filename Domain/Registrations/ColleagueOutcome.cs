using System.Collections.Immutable;

namespace LeerkringBot.Domain.Registrations;

/// <summary>All that can happen when somebody registers colleagues, or cancels for them.</summary>
public abstract record ColleagueOutcome
{
    private ColleagueOutcome() { }

    /// <param name="Sheet">As it stands now.</param>
    /// <param name="Registration">Of the one who brings them.</param>
    /// <param name="Added">Who was registered by it.</param>
    /// <param name="Already">Who was registered before.</param>
    /// <param name="Unwilling">Who told that they don't come.</param>
    public sealed record Brought(
        RegistrationSheet Sheet,
        Registration Registration,
        ImmutableArray<Registration> Added,
        ImmutableArray<MemberId> Already,
        ImmutableArray<MemberId> Unwilling) : ColleagueOutcome;

    /// <summary>The colleague doesn't come any more, also when they already didn't.</summary>
    public sealed record Cancelled(RegistrationSheet Sheet, Registration Colleague) : ColleagueOutcome;

    /// <summary>Who brings somebody comes too, or waits.</summary>
    public sealed record RegisterFirst(RegistrationSheet Sheet, Registration? Registration) : ColleagueOutcome;

    public sealed record Closed(RegistrationSheet Sheet, Registration? Registration) : ColleagueOutcome;

    /// <summary>The gathering is over or was cancelled.</summary>
    public sealed record Over(RegistrationSheet Sheet, Registration? Registration) : ColleagueOutcome;

    /// <summary>Nobody can cancel for somebody whom they didn't bring.</summary>
    public sealed record NotYours : ColleagueOutcome;

    public sealed record UnknownGathering : ColleagueOutcome;
}
