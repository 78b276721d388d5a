namespace LeerkringBot.Domain.Registrations;

/// <summary>Where one person stands.</summary>
public abstract record MyRegistration
{
    private MyRegistration() { }

    public static MyRegistration Of(RegistrationSheet sheet, Registration? registration)
    {
        if (registration is null) return new None();
        if (!registration.Wants) return new NotComing();
        var index = sheet.Waiting.FindIndex(place => place.Member == registration.Member);
        return index < 0
            ? new Coming()
            : new Waiting(index + 1, sheet.Waiting[index].OfferedAt is not null && sheet.FreePlaces > 0);
    }

    public sealed record None : MyRegistration;

    public sealed record Coming : MyRegistration;

    /// <param name="Position">1 is first in line.</param>
    /// <param name="Offered">A place is free and may be taken now.</param>
    public sealed record Waiting(int Position, bool Offered) : MyRegistration;

    public sealed record NotComing : MyRegistration;
}
