using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Cards.Registrations;

/// <summary>What an invitation card shows.</summary>
/// <param name="Gathering">What, when, where, why.</param>
/// <param name="Sheet">How many come, and whether there is place.</param>
/// <param name="Invitee">The person who sees it; null on a card that others see too.</param>
/// <param name="Now">Decides what is still possible.</param>
public sealed record Invitation(Gathering Gathering, RegistrationSheet Sheet, Invitee? Invitee, DateTimeOffset Now)
{
    /// <summary>What other features have to add, at the end.</summary>
    public IReadOnlyList<CardElement> Foot { get; init; } = [];
}

/// <summary>The person who sees an invitation.</summary>
/// <param name="Registration">Their answer, or null.</param>
/// <param name="CalendarUrl">Their calendar file.</param>
public sealed record Invitee(Registration? Registration, string CalendarUrl)
{
    /// <summary>Their role; null while they chose none.</summary>
    public Role? Role { get; init; }

    /// <summary>Who brought them; null where nobody did.</summary>
    public string? BroughtBy { get; init; }

    /// <summary>Whom they brought, and who still comes.</summary>
    public IReadOnlyList<BroughtColleague> Colleagues { get; init; } = [];

    /// <summary>Whether the series has other dates.</summary>
    public bool HasOtherDates { get; init; }
}

/// <param name="Member">Under which they are registered.</param>
/// <param name="Name">Shown.</param>
/// <param name="Standing">Where they stand.</param>
/// <param name="Link">For a guest: their own page. Null for somebody in Teams.</param>
public sealed record BroughtColleague(MemberId Member, string Name, MyRegistration Standing, string? Link = null);
