using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Cards.Registrations;

/// <summary>What an invitation card shows.</summary>
/// <param name="Gathering">What, when, where, why.</param>
/// <param name="Sheet">How many come, and whether there is place.</param>
/// <param name="Mine">Where the person who sees it stands; null on a card that others see too.</param>
/// <param name="CalendarUrl">The calendar file.</param>
/// <param name="Now">Decides what is still possible.</param>
public sealed record Invitation(Gathering Gathering, RegistrationSheet Sheet, MyRegistration? Mine, string CalendarUrl, DateTimeOffset Now);
