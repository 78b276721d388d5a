using System.Collections.Immutable;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Infrastructure.Registrations;

/// <summary>A waiting place as it is stored: member, affiliation, ticket, offered at, party, tracks. Short names: the line may be long.</summary>
internal sealed record WaitingEntry(string M, string A, long T, DateTimeOffset? O = null, long? P = null, ImmutableArray<string>? W = null)
{
    public static WaitingEntry Of(WaitingPlace place) =>
        new(place.Member.ToString(), place.Affiliation, place.Ticket, place.OfferedAt, place.Party, place.Tracks.IsEmpty ? null : place.Tracks);

    public WaitingPlace ToPlace() => new(new(M), A, T, O) { Party = P, Tracks = W ?? [] };
}
