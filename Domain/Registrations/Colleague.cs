namespace LeerkringBot.Domain.Registrations;

/// <summary>Somebody to bring.</summary>
/// <param name="Member">Under which they are registered.</param>
/// <param name="Affiliation">Their own <see cref="AffiliationKey"/> where they have confirmed one, otherwise null: that of the one who brings them.</param>
/// <param name="Guest">Who they are, where they aren't a member.</param>
public sealed record Colleague(MemberId Member, string? Affiliation, Guest? Guest);
