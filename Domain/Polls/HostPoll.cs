using System.Collections.Immutable;

namespace LeerkringBot.Domain.Polls;

/// <summary>"Wie wil gastgemeente zijn?" for one gathering to come. A yes is an offer, with where and for how many.</summary>
public static class HostPoll
{
    public const string Offers = "biedt-aan";
    public const string Declines = "biedt-niet-aan";
    public const string Question = "Wie wil gastgemeente zijn?";

    public static ImmutableArray<PollOption> Options { get; } = [new(Offers, "Ja, graag"), new(Declines, "Nee, deze keer niet")];

    public static ImmutableArray<PollDetail> Details { get; } = [PollDetail.Place, PollDetail.Address, PollDetail.Capacity, PollDetail.Contact, PollDetail.Explanation];

    /// <summary>Without these nobody could choose it.</summary>
    public static ImmutableArray<PollDetail> Needed { get; } = [PollDetail.Place, PollDetail.Address, PollDetail.Capacity];

    public static bool IsOffer(PollChoice? choice) => choice?.Has(Offers) == true;

    /// <summary>Who hosts comes first; who was chosen before no longer does.</summary>
    /// <param name="hosts">As they stand.</param>
    /// <param name="host">Who was chosen.</param>
    /// <param name="before">Who was chosen before, or null.</param>
    public static ImmutableArray<string> Hosts(ImmutableArray<string> hosts, string host, string? before)
    {
        var rest = hosts.Where(one => !IsSame(one, before) && !IsSame(one, host));
        return [host, .. rest];
    }

    private static bool IsSame(string one, string? other) => string.Equals(one.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);
}
