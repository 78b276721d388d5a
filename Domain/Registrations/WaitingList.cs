using System.Collections.Immutable;

namespace LeerkringBot.Domain.Registrations;

/// <summary>Gives free places to those who wait. Until 24 hours before the start the first in line get them; after that they are offered, because somebody may no longer be able to come.</summary>
/// <remarks>A party gets places together or not at all: one that doesn't fit is passed over and keeps its turn.</remarks>
public static class WaitingList
{
    /// <summary>How long before the start places are offered instead of given.</summary>
    public static TimeSpan OfferPeriod { get; } = TimeSpan.FromHours(24);

    /// <summary>After this an unanswered offer is made to the next in line too; the first to accept has the place.</summary>
    public static TimeSpan OfferHead { get; } = TimeSpan.FromHours(1);

    /// <summary>When the next in line get an offer that stands open too; null while there is nothing to offer or nobody left to offer it to.</summary>
    public static DateTimeOffset? NextOffer(RegistrationSheet sheet, DateTimeOffset now) =>
        now < sheet.StartsAt && !sheet.IsCancelled && Parties(sheet.Waiting).Exists(party => party[0].OfferedAt is null && party.Length <= sheet.FreePlaces)
            ? sheet.Waiting.Max(place => place.OfferedAt) + OfferHead
            : null;

    /// <summary>Whether a change offered places: then the next in line must get theirs in time.</summary>
    public static bool IsOfferedAnew(RegistrationSheet before, RegistrationSheet after) =>
        after.Waiting.Exists(place => place.OfferedAt is { } at && !before.Waiting.Exists(other => other.OfferedAt == at));

    /// <summary>How many come with somebody who waits, that person included.</summary>
    public static int SizeOf(ImmutableList<WaitingPlace> waiting, WaitingPlace place) => PartyOf(waiting, place).Count;

    /// <summary>Somebody who waits, and whoever only comes with them.</summary>
    internal static ImmutableList<WaitingPlace> PartyOf(ImmutableList<WaitingPlace> waiting, WaitingPlace place) =>
        place.Party is null ? [place] : waiting.FindAll(other => other.Party == place.Party);

    /// <summary>How many of some free places those who wait could take.</summary>
    public static int Claimed(ImmutableList<WaitingPlace> waiting, int free) =>
        Math.Min(free, Parties(waiting).Where(party => party.Length <= free).Sum(party => party.Length));

    /// <summary>Who of a line gets one of some free places.</summary>
    internal static ImmutableArray<WaitingPlace> Fitting(ImmutableList<WaitingPlace> waiting, int free)
    {
        if (free <= 0 || waiting.IsEmpty) return [];
        var fitting = ImmutableArray.CreateBuilder<WaitingPlace>();
        foreach (var party in Parties(waiting))
        {
            if (party.Length > free) continue;
            fitting.AddRange(party);
            free -= party.Length;
        }

        return fitting.ToImmutable();
    }

    /// <summary>Gives or offers what is free, at the gathering and in its tracks.</summary>
    public static (RegistrationSheet Sheet, ImmutableArray<RegistrationNotice> Notices) Move(RegistrationSheet sheet, DateTimeOffset now)
    {
        if (sheet.IsCancelled || now >= sheet.StartsAt) return (sheet, []);
        var (moved, notices) = sheet.Waiting.IsEmpty ? (sheet, [])
            : sheet.FreePlaces <= 0 ? (WithoutOffers(sheet), [])
            : now < sheet.StartsAt - OfferPeriod ? Promote(sheet)
            : Offer(sheet, now);
        var (placed, more) = TrackPlaces.Move(moved);
        // One message: a place at the gathering comes with what was free of its tracks.
        return (placed, [.. notices, .. more.Where(notice => !notices.Any(other => other.Member == notice.Member)).DistinctBy(notice => notice.Member)]);
    }

    /// <summary>Out of the line and into a place, with their tracks.</summary>
    internal static RegistrationSheet Seat(RegistrationSheet sheet, WaitingPlace place) =>
        TrackPlaces.Enter((sheet with { Waiting = sheet.Waiting.RemoveAll(other => other.Member == place.Member) }).WithParticipant(place.Affiliation), place, place.Tracks);

    // The last free place was taken: a place that comes free later is offered from the first in line on again.
    private static RegistrationSheet WithoutOffers(RegistrationSheet sheet) => sheet.Waiting.TrueForAll(place => place.OfferedAt is null)
        ? sheet
        : sheet with { Waiting = [.. sheet.Waiting.Select(place => place with { OfferedAt = null })] };

    private static (RegistrationSheet, ImmutableArray<RegistrationNotice>) Promote(RegistrationSheet sheet)
    {
        var fitting = Fitting(sheet.Waiting, sheet.FreePlaces);
        return (fitting.Aggregate(sheet, Seat), [.. fitting.Select(place => new RegistrationNotice(place.Member, RegistrationNoticeKind.Promoted, place.Ticket))]);
    }

    private static (RegistrationSheet, ImmutableArray<RegistrationNotice>) Offer(RegistrationSheet sheet, DateTimeOffset now)
    {
        var recent = sheet.Waiting.Count(place => place.OfferedAt is { } at && now - at < OfferHead);
        var offered = Fitting([.. Parties(sheet.Waiting).Where(party => party[0].OfferedAt is null).SelectMany(party => party)], sheet.FreePlaces - recent).Select(place => place.Member).ToHashSet();
        return offered.Count == 0
            ? (sheet, [])
            : (
                sheet with { Waiting = [.. sheet.Waiting.Select(place => offered.Contains(place.Member) ? place with { OfferedAt = now } : place)] },
                [.. offered.Select(member => new RegistrationNotice(member, RegistrationNoticeKind.Offered, now.UtcTicks))]);
    }

    /// <summary>Who only comes together, and everybody else on their own; in the order of the line.</summary>
    internal static List<ImmutableArray<WaitingPlace>> Parties(IEnumerable<WaitingPlace> line) =>
        [.. line.GroupBy(place => place.Party is { } party ? (true, party) : (false, place.Ticket)).Select(party => party.ToImmutableArray())];
}
