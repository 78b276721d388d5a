namespace LeerkringBot.Domain.Registrations;

/// <summary>The work that a change of registrations leaves behind.</summary>
public static class RegistrationWork
{
    public const string NotifyKind = "registration.notify";
    public const string OfferOnKind = "registration.offer-on";

    public static WorkItem Notify(GatheringId gathering, RegistrationNotice notice) =>
        new(NotifyKind, $"{gathering} {notice.Member} {notice.Kind} {notice.Ticket}");

    /// <exception cref="FormatException">The subject is not that of <see cref="Notify"/>.</exception>
    public static (GatheringId Gathering, RegistrationNotice Notice) ReadNotify(string subject) =>
        subject.Split(' ') is [var gathering, var member, var kind, var ticket]
            ? (GatheringId.Parse(gathering), new(new(member), Enum.Parse<RegistrationNoticeKind>(kind), long.Parse(ticket, System.Globalization.CultureInfo.InvariantCulture)))
            : throw new FormatException($"'{subject}' is not a notice.");

    public static WorkItem OfferOn(GatheringId gathering) => new(OfferOnKind, gathering.ToString());
}
