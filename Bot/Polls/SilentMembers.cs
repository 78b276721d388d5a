using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>Who can still answer a poll: the people of municipalities that are silent, or those who haven't answered themselves.</summary>
public sealed class SilentMembers(IPollStore polls, INetwork network, IMembers members)
{
    /// <returns>In no particular order.</returns>
    public async Task<IReadOnlyList<Member>> Of(Poll poll, CancellationToken cancellationToken) =>
        [.. (await WithVoters(poll, cancellationToken)).Select(one => one.Member)];

    /// <returns>With all whose answer they still can give, in no particular order.</returns>
    public async Task<IReadOnlyList<(Member Member, IReadOnlyList<Voter> For)>> WithVoters(Poll poll, CancellationToken cancellationToken)
    {
        var (tally, names) = (await polls.Tally(poll.Id, cancellationToken), await network.Current(cancellationToken));
        return
        [
            .. (await members.All(cancellationToken)).Where(member => !member.IsLeaving)
                .Select(member => (member, (IReadOnlyList<Voter>)[.. Voters(poll, member, names).Where(voter => tally.Of(voter) is null)]))
                .Where(one => one.Item2.Count > 0),
        ];
    }

    /// <returns>Whether they can answer at all, and haven't yet for everybody they speak for; read anew.</returns>
    public async Task<(bool Can, bool IsSilent)> Look(Poll poll, Member member, CancellationToken cancellationToken)
    {
        var voters = Voters(poll, member, await network.Current(cancellationToken)).ToList();
        foreach (var voter in voters)
            if (!await polls.HasAnswered(poll.Id, voter, cancellationToken)) return (true, true);
        return (voters.Count > 0, false);
    }

    private static IEnumerable<Voter> Voters(Poll poll, Member member, Network names) =>
        poll.VotersOf(member, names).Where(voter => voter.Municipality is not { } code || names.Find(code) is not null);
}
