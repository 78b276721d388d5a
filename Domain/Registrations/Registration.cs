namespace LeerkringBot.Domain.Registrations;

/// <summary>What one person answered to an invitation.</summary>
/// <param name="Member">Who.</param>
/// <param name="Wants">Whether they want to come; whether they have a place is told by the sheet's waiting list.</param>
/// <param name="Affiliation">Their <see cref="AffiliationKey"/> when they registered.</param>
/// <param name="Ticket">From the sheet, of the last time they registered; 0 when they never did.</param>
/// <param name="At">When they answered last.</param>
public sealed record Registration(MemberId Member, bool Wants, string Affiliation, long Ticket, DateTimeOffset At);
