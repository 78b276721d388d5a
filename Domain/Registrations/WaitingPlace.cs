namespace LeerkringBot.Domain.Registrations;

/// <param name="Member">Who waits.</param>
/// <param name="Affiliation">Their <see cref="AffiliationKey"/>.</param>
/// <param name="Ticket">Their place in the order of registrations.</param>
/// <param name="OfferedAt">When a free place was offered to them, or null.</param>
public sealed record WaitingPlace(MemberId Member, string Affiliation, long Ticket, DateTimeOffset? OfferedAt = null);
