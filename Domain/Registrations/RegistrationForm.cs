using System.Collections.Immutable;

namespace LeerkringBot.Domain.Registrations;

/// <summary>What somebody chose and answered, already checked against the gathering.</summary>
/// <param name="Tracks">At most one of each round.</param>
/// <param name="Answers">By the id of the question.</param>
/// <param name="Wishes">Dietary wishes and accessibility needs; empty for none, null to leave them as they are.</param>
public sealed record RegistrationForm(ImmutableArray<string> Tracks, ImmutableDictionary<string, string> Answers, string? Wishes);
