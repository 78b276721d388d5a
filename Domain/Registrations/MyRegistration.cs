namespace LeerkringBot.Domain.Registrations;

/// <summary>Where one person stands.</summary>
public abstract record MyRegistration
{
    private MyRegistration() { }

    public static MyRegistration Of(RegistrationSheet sheet, Registration? registration)
    {
        if (registration is null) return new None();
        if (registration.Refusal is { } reason) return new Refused(reason);
        if (!registration.Wants) return new NotComing();
        if (sheet.Requests.Exists(place => place.Member == registration.Member)) return new Provisional();
        var index = sheet.Waiting.FindIndex(place => place.Member == registration.Member);
        if (index < 0) return new Coming();
        var place = sheet.Waiting[index];
        return new Waiting(index + 1, place.OfferedAt is not null && sheet.FreePlaces >= WaitingList.SizeOf(sheet.Waiting, place));
    }

    /// <summary>Where they stand in a track they chose.</summary>
    /// <param name="sheet">The gathering's.</param>
    /// <param name="registration">Whose.</param>
    /// <param name="track">One of <see cref="Registration.Tracks"/>.</param>
    /// <returns>0 with a place in it, otherwise the place in its waiting list, 1 first; null while they have no place at the gathering itself.</returns>
    public static int? PositionIn(RegistrationSheet sheet, Registration registration, string track) =>
        Of(sheet, registration) is Coming && sheet.Tracks.TryGetValue(track, out var line)
            ? line.Waiting.FindIndex(place => place.Member == registration.Member) + 1
            : null;

    public sealed record None : MyRegistration;

    public sealed record Coming : MyRegistration;

    /// <summary>An organiser has yet to confirm it.</summary>
    public sealed record Provisional : MyRegistration;

    /// <param name="Position">1 is first in line.</param>
    /// <param name="Offered">A place is free, for the whole party, and may be taken now.</param>
    public sealed record Waiting(int Position, bool Offered) : MyRegistration;

    public sealed record NotComing : MyRegistration;

    /// <param name="Reason">As the organiser wrote it.</param>
    public sealed record Refused(string Reason) : MyRegistration;
}
