using System.Collections.Immutable;

namespace LeerkringBot.Domain.Registrations;

/// <summary>"Definitieve aanmelding": an organiser confirms or declines who registered. Deciding twice means the same.</summary>
public static class ApprovalRules
{
    /// <summary>They get a place, or go on the waiting list where there is none.</summary>
    public static RegistrationChange<ApprovalOutcome> Confirm(RegistrationSheet sheet, IReadOnlyCollection<MemberId> people, DateTimeOffset now)
    {
        var confirmed = sheet.Requests.FindAll(place => people.Contains(place.Member));
        if (confirmed.IsEmpty || Admission.IsOver(sheet, now)) return RegistrationChange.Nothing(new ApprovalOutcome(sheet, 0, 0, 0));
        var (admitted, notices) = Admit(sheet, confirmed, now);
        var waiting = admitted.Waiting.Count(place => confirmed.Exists(one => one.Member == place.Member));
        return new(new(admitted, confirmed.Count - waiting, waiting, 0), admitted, [], notices);
    }

    /// <param name="sheet">As it stands.</param>
    /// <param name="registrations">Of those declined.</param>
    /// <param name="reason">For them to read.</param>
    /// <param name="now">The moment.</param>
    public static RegistrationChange<ApprovalOutcome> Refuse(RegistrationSheet sheet, IReadOnlyCollection<Registration> registrations, string reason, DateTimeOffset now)
    {
        ImmutableArray<Registration> refused = [.. registrations.Where(one => MyRegistration.Of(sheet, one) is MyRegistration.Provisional)];
        if (refused.IsEmpty || Admission.IsOver(sheet, now)) return RegistrationChange.Nothing(new ApprovalOutcome(sheet, 0, 0, 0));
        var left = refused.Aggregate(sheet, Admission.Leave);
        return new(
            new(left, 0, 0, refused.Length),
            left,
            [.. refused.Select(one => Admission.Left(one, now) with { Refusal = reason })],
            [.. refused.Select(one => new RegistrationNotice(one.Member, RegistrationNoticeKind.Refused, one.Ticket))])
        {
            Wishes = [.. refused.SelectMany(one => Admission.WishesOf(one))],
        };
    }

    // In the order of their tickets; a party stays one as far as it is confirmed together.
    internal static (RegistrationSheet Sheet, ImmutableArray<RegistrationNotice> Notices) Admit(RegistrationSheet sheet, ImmutableList<WaitingPlace> confirmed, DateTimeOffset now)
    {
        var left = sheet with { Requests = sheet.Requests.RemoveAll(confirmed.Contains) };
        var newcomers = ImmutableArray.CreateBuilder<WaitingPlace>(confirmed.Count);
        foreach (var party in WaitingList.Parties(confirmed))
        {
            long? together = party.Length > 1 ? left.NextTicket : null;
            foreach (var place in party)
            {
                (left, var ticket) = left.WithTicket();
                newcomers.Add(place with { Ticket = ticket, Party = together });
            }
        }

        var (entered, notices) = Admission.Enter(left, newcomers.ToImmutable(), now);
        return (entered, [.. notices, .. confirmed.Select(place => new RegistrationNotice(place.Member, RegistrationNoticeKind.Confirmed, place.Ticket))]);
    }
}
