namespace LeerkringBot.Domain.Registrations;

/// <summary>What became of an organiser's decision on registrations.</summary>
/// <param name="Sheet">As it stands now.</param>
/// <param name="Placed">How many have a place by it.</param>
/// <param name="Waiting">How many are on the waiting list by it.</param>
/// <param name="Refused">How many were declined by it.</param>
public sealed record ApprovalOutcome(RegistrationSheet Sheet, int Placed, int Waiting, int Refused);
