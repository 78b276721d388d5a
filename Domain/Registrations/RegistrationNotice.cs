namespace LeerkringBot.Domain.Registrations;

/// <summary>Somebody must be told what changed for them without their doing.</summary>
/// <param name="Member">Whom to tell.</param>
/// <param name="Kind">What.</param>
/// <param name="Occasion">Makes the notice unique: the ticket that was promoted, or the moment of the offer.</param>
public sealed record RegistrationNotice(MemberId Member, RegistrationNoticeKind Kind, long Occasion);

public enum RegistrationNoticeKind
{
    /// <summary>A place came free and is theirs.</summary>
    Promoted,

    /// <summary>A place came free shortly before the start; the first to take it has it.</summary>
    Offered,
}
