using System.Collections.Immutable;

namespace LeerkringBot.Domain.Registrations;

/// <summary>Somebody in a line: for the gathering, for a track, or for an organiser's confirmation.</summary>
/// <param name="Member">Who waits.</param>
/// <param name="Affiliation">Their <see cref="AffiliationKey"/>.</param>
/// <param name="Ticket">Their place in the order.</param>
/// <param name="OfferedAt">When a free place was offered to them, or null.</param>
public sealed record WaitingPlace(MemberId Member, string Affiliation, long Ticket, DateTimeOffset? OfferedAt = null)
{
    /// <summary>The same number for those who only come together, and who stand behind each other in the line; null for somebody on their own.</summary>
    public long? Party { get; init; }

    /// <summary>The tracks they want as soon as they have a place at the gathering.</summary>
    public ImmutableArray<string> Tracks { get; init; } = [];
}
