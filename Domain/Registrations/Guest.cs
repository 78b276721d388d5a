namespace LeerkringBot.Domain.Registrations;

/// <summary>A participant who isn't in Teams.</summary>
/// <param name="Name">As the one who brought them typed it, 1 to 80 characters.</param>
/// <param name="Email">Lower case.</param>
public sealed record Guest(string Name, string Email)
{
    private const string Prefix = "guest-";

    /// <summary>Under which a guest is registered: the same for the same address in one series, and telling nothing about it.</summary>
    public static MemberId KeyOf(string email, string series) =>
        new(Prefix + Key.Hash($"{series} {email}", 32));

    public static bool IsGuest(MemberId member) => member.ToString().StartsWith(Prefix, StringComparison.Ordinal);
}
