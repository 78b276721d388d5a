using System.Collections.Immutable;

namespace LeerkringBot.Domain.Registrations;

/// <summary>Gives free places to those who wait. Until 24 hours before the start the first in line get them; after that they are offered, because somebody may no longer be able to come.</summary>
public static class WaitingList
{
    /// <summary>How long before the start places are offered instead of given.</summary>
    public static TimeSpan OfferPeriod { get; } = TimeSpan.FromHours(24);

    /// <summary>After this an unanswered offer is made to the next in line too; the first to accept has the place.</summary>
    public static TimeSpan OfferHead { get; } = TimeSpan.FromHours(1);

    /// <summary>When the next in line get an offer that stands open too; null while there is nothing to offer or nobody left to offer it to.</summary>
    public static DateTimeOffset? NextOffer(RegistrationSheet sheet, DateTimeOffset now) =>
        now < sheet.StartsAt && sheet.FreePlaces > 0 && sheet.Waiting.Exists(place => place.OfferedAt is null)
            ? sheet.Waiting.Max(place => place.OfferedAt) + OfferHead
            : null;

    public static (RegistrationSheet Sheet, ImmutableArray<RegistrationNotice> Notices) Move(RegistrationSheet sheet, DateTimeOffset now)
    {
        if (sheet.Waiting.IsEmpty || sheet.IsCancelled || now >= sheet.StartsAt) return (sheet, []);
        if (sheet.FreePlaces <= 0) return (WithoutOffers(sheet), []);
        return now < sheet.StartsAt - OfferPeriod ? Promote(sheet) : Offer(sheet, now);
    }

    // The last free place was taken: a place that comes free later is offered from the first in line on again.
    private static RegistrationSheet WithoutOffers(RegistrationSheet sheet) => sheet.Waiting.TrueForAll(place => place.OfferedAt is null)
        ? sheet
        : sheet with { Waiting = [.. sheet.Waiting.Select(place => place with { OfferedAt = null })] };

    private static (RegistrationSheet, ImmutableArray<RegistrationNotice>) Promote(RegistrationSheet sheet)
    {
        var notices = ImmutableArray.CreateBuilder<RegistrationNotice>();
        while (sheet.FreePlaces > 0 && !sheet.Waiting.IsEmpty)
        {
            var first = sheet.Waiting[0];
            sheet = (sheet with { Waiting = sheet.Waiting.RemoveAt(0) }).WithParticipant(first.Affiliation);
            notices.Add(new(first.Member, RegistrationNoticeKind.Promoted, first.Ticket));
        }

        return (sheet, notices.ToImmutable());
    }

    private static (RegistrationSheet, ImmutableArray<RegistrationNotice>) Offer(RegistrationSheet sheet, DateTimeOffset now)
    {
        var notices = ImmutableArray.CreateBuilder<RegistrationNotice>();
        var recent = sheet.Waiting.Count(place => place.OfferedAt is { } at && now - at < OfferHead);
        var waiting = sheet.Waiting;
        for (var i = 0; i < waiting.Count && recent < sheet.FreePlaces; i++)
        {
            if (waiting[i].OfferedAt is not null) continue;
            waiting = waiting.SetItem(i, waiting[i] with { OfferedAt = now });
            notices.Add(new(waiting[i].Member, RegistrationNoticeKind.Offered, now.UtcTicks));
            recent++;
        }

        return (sheet with { Waiting = waiting }, notices.ToImmutable());
    }
}
