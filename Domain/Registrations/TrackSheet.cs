using System.Collections.Immutable;

namespace LeerkringBot.Domain.Registrations;

/// <summary>Who has a place in one track: whoever chose it, comes, and does not wait here.</summary>
/// <param name="Round">Of which round; a participant has at most one track of it.</param>
/// <param name="Capacity">At least 1; null means no limit.</param>
/// <param name="Taken">Places that are taken.</param>
/// <param name="Waiting">Its waiting list, first in line first.</param>
public sealed record TrackSheet(string Round, int? Capacity, int Taken, ImmutableList<WaitingPlace> Waiting)
{
    /// <summary>Places nobody has yet; <see cref="int.MaxValue"/> without a limit.</summary>
    public int FreePlaces => Capacity is { } capacity ? capacity - Taken : int.MaxValue;

    /// <summary>Who chooses it now has to wait.</summary>
    public bool IsFull => FreePlaces <= WaitingList.Claimed(Waiting, FreePlaces);
}
