using System.Globalization;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Files;

/// <summary>Which file, for whom and until when: what is sealed in a link.</summary>
public sealed record FileTicket(string Kind, string Subject, MemberId Member, DateTimeOffset Until)
{
    public override string ToString() => $"{Until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)} {Kind} {Member} {Subject}";

    /// <param name="text">As <see cref="ToString"/> wrote it.</param>
    public static FileTicket Parse(string text)
    {
        var parts = text.Split(' ', 4);
        return new(parts[1], parts[3], new(parts[2]), DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[0], CultureInfo.InvariantCulture)));
    }
}
