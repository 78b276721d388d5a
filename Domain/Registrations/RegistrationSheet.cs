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

    /// <summary>Whether an organiser confirms every registration.</summary>
    public bool NeedsApproval { get; init; }

    /// <summary>Whether there is something to choose or answer before one can register.</summary>
    public bool AsksFirst { get; init; }

    /// <summary>Confirmed participants per <see cref="AffiliationKey"/>; no zeros.</summary>
    public ImmutableSortedDictionary<string, int> Coming { get; init; } = ImmutableSortedDictionary<string, int>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>The waiting list, first in line first.</summary>
    public ImmutableList<WaitingPlace> Waiting { get; init; } = [];

    /// <summary>Registrations that an organiser has yet to confirm, oldest first.</summary>
    public ImmutableList<WaitingPlace> Requests { get; init; } = [];

    /// <summary>By the id of the track.</summary>
    public ImmutableSortedDictionary<string, TrackSheet> Tracks { get; init; } = ImmutableSortedDictionary<string, TrackSheet>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Tickets give the order of registrations; clocks don't.</summary>
    public long NextTicket { get; init; } = 1;

    /// <summary>How many were there.</summary>
    public int Present { get; init; }

    /// <summary>How many gave dietary wishes or accessibility needs.</summary>
    public int Wishes { get; init; }

    /// <summary>The one organiser who sees whose wishes they are; null while nobody took that on.</summary>
    public MemberId? Caterer { get; init; }

    /// <summary>What the code on the wall is made of; nobody can guess it.</summary>
    public string Secret { get; init; } = "";

    /// <summary>Of the details it follows.</summary>
    public int Revision { get; init; }

    public int Participants => Coming.Values.Sum();

    /// <summary>Municipalities among the participants; organisations don't count.</summary>
    public int Municipalities => Coming.Keys.Count(AffiliationKey.IsMunicipality);

    /// <summary>Places nobody has yet; <see cref="int.MaxValue"/> without a limit.</summary>
    public int FreePlaces => Capacity is { } capacity ? capacity - Participants : int.MaxValue;

    /// <summary>Free places that are not meant for those who wait already.</summary>
    public int OpenPlaces => Capacity is null ? int.MaxValue : FreePlaces - WaitingList.Claimed(Waiting, FreePlaces);

    /// <summary>A new gathering begins with an empty sheet.</summary>
    public static RegistrationSheet Open(Gathering gathering) => new RegistrationSheet
    {
        Gathering = gathering.Id,
        ClosesAt = gathering.RegistrationClosesAt,
        StartsAt = gathering.StartsAt,
        EndsAt = gathering.EndsAt,
        Secret = Key.New(),
    }.Follow(gathering);

    /// <summary>As the details say now. What people have stays as it is.</summary>
    internal RegistrationSheet Follow(Gathering revised) => this with
    {
        ClosesAt = revised.RegistrationClosesAt,
        StartsAt = revised.StartsAt,
        EndsAt = revised.EndsAt,
        IsCancelled = revised.Cancellation is not null,
        Capacity = revised.Capacity,
        NeedsApproval = revised.NeedsApproval,
        AsksFirst = !revised.Rounds.IsEmpty || revised.Questions.Any(question => question.IsRequired && question.Condition is null),
        Revision = revised.Revision,
        Tracks = revised.Rounds
            .SelectMany(round => round.Tracks.Select(track => (track.Id, Sheet: Tracks.GetValueOrDefault(track.Id) is { } known
                ? known with { Round = round.Id, Capacity = track.Capacity }
                : new TrackSheet(round.Id, track.Capacity, 0, []))))
            .ToImmutableSortedDictionary(track => track.Id, track => track.Sheet, StringComparer.Ordinal),
    };

    internal RegistrationSheet WithParticipant(string affiliation) =>
        this with { Coming = Coming.SetItem(affiliation, Coming.GetValueOrDefault(affiliation) + 1) };

    internal RegistrationSheet WithoutParticipant(string affiliation)
    {
        var left = Coming.GetValueOrDefault(affiliation) - 1;
        return this with { Coming = left <= 0 ? Coming.Remove(affiliation) : Coming.SetItem(affiliation, left) };
    }

    internal (RegistrationSheet Sheet, long Ticket) WithTicket() => (this with { NextTicket = NextTicket + 1 }, NextTicket);
}
