using System.Collections.Immutable;

namespace LeerkringBot.Domain.Registrations;

/// <summary>What one person answered to an invitation.</summary>
/// <param name="Member">Who; for a guest a key of our own, see <see cref="Guest.KeyOf"/>.</param>
/// <param name="Wants">Whether they want to come; whether they have a place is told by the sheet.</param>
/// <param name="Affiliation">Their <see cref="AffiliationKey"/>.</param>
/// <param name="Ticket">From the sheet, of the last time they registered; 0 when they never did.</param>
/// <param name="At">When it changed last.</param>
public sealed record Registration(MemberId Member, bool Wants, string Affiliation, long Ticket, DateTimeOffset At)
{
    /// <summary>The tracks they chose, at most one of each round; whether they have a place in it is told by the sheet.</summary>
    public ImmutableArray<string> Tracks { get; init; } = [];

    /// <summary>By the id of the question.</summary>
    public ImmutableDictionary<string, string> Answers { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Who registered them; null when they did it themselves.</summary>
    public MemberId? BroughtBy { get; init; }

    /// <summary>Whom they registered, whether or not these still come.</summary>
    public ImmutableArray<MemberId> Colleagues { get; init; } = [];

    /// <summary>Who they are, where they aren't a member.</summary>
    public Guest? Guest { get; init; }

    /// <summary>Why an organiser declined it; null where nobody did.</summary>
    public string? Refusal { get; init; }

    /// <summary>When they checked in or were ticked; null while they weren't.</summary>
    public DateTimeOffset? PresentAt { get; init; }

    /// <summary>Whether they gave dietary wishes or accessibility needs; those stand in a row of their own.</summary>
    public bool HasWishes { get; init; }

    /// <summary>Grows whenever they register or cancel: with the gathering's revision the version of their calendar entry.</summary>
    public int Sequence { get; init; }
}
