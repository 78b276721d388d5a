using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>Who hears what became of offers to host.</summary>
public sealed class OfferedPeople(INetwork network, IMembers members, Spokespeople spokespeople)
{
    /// <returns>Who offered; for an offer that came in another way, or of somebody who left or moved to another municipality, its <see cref="Spokespeople"/>.</returns>
    public async Task<IReadOnlyCollection<MemberId>> Of(IEnumerable<PollAnswer> offers, CancellationToken cancellationToken)
    {
        var names = await network.Current(cancellationToken);
        var known = (await members.All(cancellationToken)).Where(member => !member.IsLeaving).ToList();
        var told = new HashSet<MemberId>();
        foreach (var offer in offers)
        {
            var municipality = offer.Voter.Municipality!.Value;
            var by = offer.Source is null ? known.Find(member => member.Id == offer.By) : null;
            if (by is not null && names.SpokenForBy(by).Any(one => one.Code == municipality)) told.Add(by.Id);
            else told.UnionWith(await spokespeople.Of(municipality, known, cancellationToken));
        }

        return told;
    }
}
