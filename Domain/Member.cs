namespace LeerkringBot.Domain;

/// <param name="Id">Who.</param>
/// <param name="Name">Display name from the channel.</param>
/// <param name="Email">Lower case; null where the channel does not tell it (guests before their first sign-in).</param>
/// <param name="Language">Of the member's Teams.</param>
/// <param name="Affiliation">Null until the member has confirmed it.</param>
/// <param name="ProfileReadAt">When name and e-mail were last read from the channel; refreshed daily.</param>
/// <param name="Role">Null until the member has chosen one.</param>
/// <param name="IsLeaving">The member asked to be forgotten, and it is not finished.</param>
/// <param name="WantsNoReminders">The member switched them off.</param>
public sealed record Member(
    MemberId Id,
    string Name,
    string? Email,
    Language Language,
    Affiliation? Affiliation,
    DateTimeOffset ProfileReadAt,
    Role? Role = null,
    bool IsLeaving = false,
    bool WantsNoReminders = false);
