namespace LeerkringBot.Domain;

/// <summary>Who may invite, poll and see the overview. Asked on every such action.</summary>
public interface IOrganisers
{
    ValueTask<bool> Includes(Member member, CancellationToken cancellationToken);

    /// <returns>Those among some members who organise.</returns>
    Task<IReadOnlySet<MemberId>> Among(IEnumerable<Member> members, CancellationToken cancellationToken);
}
