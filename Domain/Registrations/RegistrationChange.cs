using System.Collections.Immutable;

namespace LeerkringBot.Domain.Registrations;

/// <summary>What a rule decided: the outcome and, unless nothing changes, what to store in one batch.</summary>
/// <param name="Outcome">For the person who asked.</param>
/// <param name="Sheet">The new sheet, or null when nothing changes.</param>
/// <param name="Registrations">Those that are new or changed.</param>
/// <param name="Notices">Whom to tell.</param>
public sealed record RegistrationChange<TOutcome>(
    TOutcome Outcome,
    RegistrationSheet? Sheet,
    ImmutableArray<Registration> Registrations,
    ImmutableArray<RegistrationNotice> Notices)
{
    /// <summary>Registrations that are forgotten.</summary>
    public ImmutableArray<MemberId> Gone { get; init; } = [];

    /// <summary>Dietary wishes and accessibility needs that are new, or gone where the text is empty.</summary>
    public ImmutableArray<(MemberId Member, string Text)> Wishes { get; init; } = [];
}

public static class RegistrationChange
{
    public static RegistrationChange<TOutcome> Nothing<TOutcome>(TOutcome outcome) => new(outcome, null, [], []);
}
