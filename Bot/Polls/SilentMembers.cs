using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>Who can still answer a poll: the people of municipalities that are silent, or those who haven't answered themselves.</summary>
public sealed class SilentMembers(IPollStore polls, INetwork network, IMembers members)
{
    /// <returns>In no particular order.</returns>
    public async Task<IReadOnlyList<Member>> Of(Poll poll, CancellationToken cancellationToken)
    {
        var (tally, names) = (await polls.Tally(poll.Id, cancellationToken), await network.Current(cancellationToken));
        return
        [
            .. (await members.All(cancellationToken))
                .Where(member => !member.IsLeaving && poll.VoterOf(member) is { } voter && (voter.Municipality is not { } code || names.Find(code) is not null) && tally.Of(voter) is null),
        ];
    }
}
