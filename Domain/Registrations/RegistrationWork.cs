using System.Collections.Immutable;
using System.Globalization;

namespace LeerkringBot.Domain.Registrations;

/// <summary>The work that a change of registrations leaves behind.</summary>
public static class RegistrationWork
{
    public const string NotifyKind = "registration.notify";
    public const string OfferOnKind = "registration.offer-on";
    public const string TellKind = "registration.tell";
    public const string DeleteWishesKind = "registration.delete-wishes";

    // Raising the number of places may promote hundreds at once, and a batch holds at most 100 rows.
    private const int NoticesPerItem = 15;

    /// <summary>As few items as hold all notices.</summary>
    public static IEnumerable<WorkItem> Notify(GatheringId gathering, ImmutableArray<RegistrationNotice> notices) =>
        notices.GroupBy(notice => notice.Kind).SelectMany(kind => kind.Chunk(NoticesPerItem).Select(some =>
            new WorkItem(NotifyKind, $"{gathering} {kind.Key} {string.Join(' ', some.Select(notice => $"{notice.Member}:{notice.Occasion}"))}")));

    /// <exception cref="FormatException">The subject is not that of <see cref="Notify"/>.</exception>
    public static (GatheringId Gathering, ImmutableArray<RegistrationNotice> Notices) ReadNotify(string subject) =>
        subject.Split(' ') is [var gathering, var kind, .. var people]
            ? (GatheringId.Parse(gathering), [.. people.Select(one => one.Split(':')).Select(one =>
                new RegistrationNotice(new(one[0]), Enum.Parse<RegistrationNoticeKind>(kind), long.Parse(one[1], CultureInfo.InvariantCulture)))])
            : throw new FormatException($"'{subject}' is not a notice.");

    public static WorkItem OfferOn(GatheringId gathering) => new(OfferOnKind, gathering.ToString());

    /// <summary>Everybody concerned hears that the gathering was moved or cancelled.</summary>
    public static WorkItem Tell(GatheringId gathering, int revision) => new(TellKind, $"{gathering} {revision.ToString(CultureInfo.InvariantCulture)}");

    /// <exception cref="FormatException">The subject is not that of <see cref="Tell"/>.</exception>
    public static (GatheringId Gathering, int Revision) ReadTell(string subject) =>
        subject.Split(' ') is [var gathering, var revision]
            ? (GatheringId.Parse(gathering), int.Parse(revision, CultureInfo.InvariantCulture))
            : throw new FormatException($"'{subject}' tells nothing.");

    public static WorkItem DeleteWishes(GatheringId gathering) => new(DeleteWishesKind, gathering.ToString());
}
