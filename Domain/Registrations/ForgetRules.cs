using System.Collections.Immutable;

namespace LeerkringBot.Domain.Registrations;

/// <summary>Somebody is deleted. What they come to is cancelled; where they were remains a count.</summary>
public static class ForgetRules
{
    /// <param name="sheet">As it stands.</param>
    /// <param name="mine">The registration that is forgotten.</param>
    /// <param name="related">Of the one who brought them and of those they brought; they stay, without the name.</param>
    /// <param name="now">The moment.</param>
    public static RegistrationChange<RegistrationSheet> Forget(RegistrationSheet sheet, Registration mine, IEnumerable<Registration> related, DateTimeOffset now)
    {
        var member = mine.Member;
        var (next, notices) = Admission.IsOver(sheet, now) || !mine.Wants
            ? (sheet with { Wishes = sheet.Wishes - (mine.HasWishes ? 1 : 0) }, [])
            : WaitingList.Move(Admission.Leave(sheet, mine), now);
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
        return new(next, next, [.. related.Select(Without)], notices) { Gone = [member], Wishes = [.. Admission.WishesOf(mine)] };

        Registration Without(Registration one) => one with
        {
            BroughtBy = one.BroughtBy == member ? null : one.BroughtBy,
            Colleagues = one.Colleagues.Remove(member),
        };
    }
}
