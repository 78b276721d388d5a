using System.Collections.Immutable;

namespace LeerkringBot.Domain;

/// <summary>A part of the day in which several tracks run side by side; a participant chooses at most one of them.</summary>
/// <param name="Id">A <see cref="Key"/>, unique within the gathering.</param>
/// <param name="Start">Local time.</param>
/// <param name="End">Local time, after <paramref name="Start"/>.</param>
/// <param name="Tracks">At least one.</param>
public sealed record Round(string Id, TimeOnly Start, TimeOnly End, ImmutableArray<Track> Tracks);

/// <param name="Id">A <see cref="Key"/>, unique within the gathering.</param>
/// <param name="Title">For example "Kernendemocratie".</param>
/// <param name="Capacity">Number of places, at least 1; null means no limit.</param>
public sealed record Track(string Id, string Title, int? Capacity);
