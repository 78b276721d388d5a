using System.Collections.Immutable;

namespace LeerkringBot.Domain.Registrations;

/// <summary>Somebody is deleted. What they come to is cancelled; where they were remains a count.</summary>
public static class ForgetRules
{
    /// <param name="sheet">As it stands.</param>
    /// <param name="member">Who is forgotten.</param>
    /// <param name="found">Their registration, where there is one, and those that name them; these stay, without the name.</param>
    /// <param name="now">The moment.</param>
    public static RegistrationChange<RegistrationSheet> Forget(RegistrationSheet sheet, MemberId member, IReadOnlyDictionary<MemberId, Registration> found, DateTimeOffset now)
    {
        var mine = found.GetValueOrDefault(member);
        var (next, notices) = mine is { Wants: true } && !Admission.IsOver(sheet, now)
            ? WaitingList.Move(Admission.Leave(sheet, mine), now)
            : (sheet, []);
        next = next with
        {
            Waiting = next.Waiting.RemoveAll(place => place.Member == member),
            Requests = next.Requests.RemoveAll(place => place.Member == member),
            Tracks = next.Tracks.ToImmutableSortedDictionary(
                track => track.Key,
                track => track.Value with { Waiting = track.Value.Waiting.RemoveAll(place => place.Member == member) },
                StringComparer.Ordinal),
            Caterer = next.Caterer == member ? null : next.Caterer,
        };
        return new(next, next, [.. found.Values.Where(one => one.Member != member).Select(Without)], notices)
        {
            Gone = [member],
            Wishes = mine is null ? [] : Admission.WishesOf(mine),
        };

        Registration Without(Registration one) => one with
        {
            BroughtBy = one.BroughtBy == member ? null : one.BroughtBy,
            Colleagues = one.Colleagues.Remove(member),
        };
    }
}
