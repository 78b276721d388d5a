namespace LeerkringBot.Domain.Registrations;

/// <summary>What moving to another date stores, in one batch: both, or nothing where they are null.</summary>
public sealed record MoveChange(MoveOutcome Outcome, RegistrationChange<RegistrationOutcome>? From, RegistrationChange<RegistrationOutcome>? To);
