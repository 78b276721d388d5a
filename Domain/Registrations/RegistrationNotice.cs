namespace LeerkringBot.Domain.Registrations;

/// <summary>Somebody must be told what changed for them without their doing.</summary>
/// <param name="Member">Whom to tell.</param>
/// <param name="Kind">What.</param>
/// <param name="Occasion">Makes the notice unique: the ticket of which it tells, or the moment of the offer.</param>
public sealed record RegistrationNotice(MemberId Member, RegistrationNoticeKind Kind, long Occasion);

public enum RegistrationNoticeKind
{
    /// <summary>A place came free and is theirs.</summary>
    Promoted,

    /// <summary>A place came free shortly before the start; the first to take it has it.</summary>
    Offered,

    /// <summary>A place in the track they waited for is theirs.</summary>
    TrackPromoted,

    /// <summary>A colleague registered them.</summary>
    Brought,

    /// <summary>The one who registered them cancelled for them.</summary>
    CancelledForYou,

    /// <summary>An organiser confirmed their registration; they have a place, or wait for one.</summary>
    Confirmed,

    /// <summary>An organiser declined their registration.</summary>
    Refused,
}
