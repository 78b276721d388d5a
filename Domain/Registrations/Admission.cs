using System.Collections.Immutable;

namespace LeerkringBot.Domain.Registrations;

/// <summary>How people get into a gathering and out of it: the one way that all rules take.</summary>
internal static class Admission
{
    /// <summary>For confirmation where the gathering asks that, otherwise to a place or the end of the line.</summary>
    /// <param name="sheet">As it stands.</param>
    /// <param name="newcomers">In neither line yet; those of one party behind each other.</param>
    /// <param name="now">The moment.</param>
    public static (RegistrationSheet Sheet, ImmutableArray<RegistrationNotice> Notices) Ask(RegistrationSheet sheet, ImmutableArray<WaitingPlace> newcomers, DateTimeOffset now) =>
        sheet.NeedsApproval ? (sheet with { Requests = sheet.Requests.AddRange(newcomers) }, []) : Enter(sheet, newcomers, now);

    /// <summary>To a place or the end of the line. Free places that those who wait will be offered are not free for a newcomer.</summary>
    /// <returns>The notices of others; the newcomers see for themselves.</returns>
    public static (RegistrationSheet Sheet, ImmutableArray<RegistrationNotice> Notices) Enter(RegistrationSheet sheet, ImmutableArray<WaitingPlace> newcomers, DateTimeOffset now)
    {
        foreach (var party in WaitingList.Parties(newcomers))
        {
            sheet = party.Length <= sheet.OpenPlaces
                ? party.Aggregate(sheet, WaitingList.Seat)
                : sheet with { Waiting = sheet.Waiting.AddRange(party) };
        }

        var (moved, notices) = WaitingList.Move(sheet, now);
        return (moved, Without(notices, [.. newcomers.Select(place => place.Member)]));
    }

    /// <summary>Out of every line and every place; what came free is not given away yet.</summary>
    public static RegistrationSheet Leave(RegistrationSheet sheet, Registration registration)
    {
        var member = registration.Member;
        var left = MyRegistration.Of(sheet, registration) is MyRegistration.Coming
            ? TrackPlaces.Leave(sheet, member, registration.Tracks).WithoutParticipant(registration.Affiliation)
            : sheet with
            {
                Waiting = sheet.Waiting.RemoveAll(place => place.Member == member),
                Requests = sheet.Requests.RemoveAll(place => place.Member == member),
            };
        return left with
        {
            Wishes = left.Wishes - (registration.HasWishes ? 1 : 0),
            Present = left.Present - (registration.PresentAt is null ? 0 : 1),
        };
    }

    /// <summary>A registration as it is left behind.</summary>
    public static Registration Left(Registration registration, DateTimeOffset now) => registration with
    {
        Wants = false,
        Refusal = null,
        PresentAt = null,
        HasWishes = false,
        At = now,
        Sequence = registration.Sequence + (registration.Wants ? 1 : 0),
    };

    /// <summary>The row of wishes goes with the registration.</summary>
    public static ImmutableArray<(MemberId Member, string Text)> WishesOf(Registration registration) => registration.HasWishes ? [(registration.Member, "")] : [];

    /// <summary>Who acts sees on the card what they got.</summary>
    public static ImmutableArray<RegistrationNotice> Without(ImmutableArray<RegistrationNotice> notices, ImmutableArray<MemberId> actors) =>
        notices.RemoveAll(notice => actors.Contains(notice.Member));

    public static bool IsOver(RegistrationSheet sheet, DateTimeOffset now) => sheet.IsCancelled || now >= sheet.EndsAt;
}
