using System.Collections.Immutable;

namespace LeerkringBot.Domain.Registrations;

/// <summary>What a rule decided: the outcome and, unless nothing changes, what to store in one batch.</summary>
/// <param name="Outcome">For the person who asked.</param>
/// <param name="Sheet">The new sheet, or null when nothing changes.</param>
/// <param name="Mine">The new registration of the person who asked, or null when it stays.</param>
/// <param name="Notices">Whom to tell.</param>
public sealed record RegistrationChange<TOutcome>(
    TOutcome Outcome,
    RegistrationSheet? Sheet,
    Registration? Mine,
    ImmutableArray<RegistrationNotice> Notices);
