using System.Collections.Immutable;

namespace LeerkringBot.Domain.Registrations;

/// <summary>Everything that decides who has a place at one gathering. Changed as a whole, so there is never one place too many.</summary>
public sealed record RegistrationSheet
{
    public required GatheringId Gathering { get; init; }

    /// <summary>Exclusive.</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public bool IsCancelled { get; init; }

    /// <summary>At least 1; null means no limit.</summary>
    public int? Capacity { get; init; }

    /// <summary>Confirmed participants per <see cref="AffiliationKey"/>; no zeros.</summary>
    public ImmutableSortedDictionary<string, int> Coming { get; init; } = ImmutableSortedDictionary<string, int>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>The waiting list, first in line first.</summary>
    public ImmutableList<WaitingPlace> Waiting { get; init; } = [];

    /// <summary>Tickets give the order of registrations; clocks don't.</summary>
    public long NextTicket { get; init; } = 1;

    public int Participants => Coming.Values.Sum();

    /// <summary>Municipalities among the participants; organisations don't count.</summary>
    public int Municipalities => Coming.Keys.Count(AffiliationKey.IsMunicipality);

    /// <summary>Places nobody has yet; <see cref="int.MaxValue"/> without a limit.</summary>
    public int FreePlaces => Capacity is { } capacity ? capacity - Participants : int.MaxValue;

    /// <summary>A new gathering begins with an empty sheet.</summary>
    public static RegistrationSheet Open(Gathering gathering) => new()
    {
        Gathering = gathering.Id,
        ClosesAt = gathering.RegistrationClosesAt,
        StartsAt = gathering.StartsAt,
        EndsAt = gathering.EndsAt,
        Capacity = gathering.Capacity,
    };

    /// <summary>As the details say now.</summary>
    internal RegistrationSheet Follow(Gathering revised) => this with
    {
        ClosesAt = revised.RegistrationClosesAt,
        StartsAt = revised.StartsAt,
        EndsAt = revised.EndsAt,
        IsCancelled = revised.Cancellation is not null,
        Capacity = revised.Capacity,
    };

    internal RegistrationSheet WithParticipant(string affiliation) =>
        this with { Coming = Coming.SetItem(affiliation, Coming.GetValueOrDefault(affiliation) + 1) };

    internal RegistrationSheet WithoutParticipant(string affiliation)
    {
        var left = Coming.GetValueOrDefault(affiliation) - 1;
        return this with { Coming = left <= 0 ? Coming.Remove(affiliation) : Coming.SetItem(affiliation, left) };
    }
}
