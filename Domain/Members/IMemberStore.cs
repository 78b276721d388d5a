namespace LeerkringBot.Domain.Members;

public interface IMemberStore : IMembers
{
    /// <summary>Applies <paramref name="change"/> to the stored member (null where there is none) and stores what it returns; again with the new state where somebody else wrote in between.</summary>
    Task<Member> Change(MemberId id, Func<Member?, Member> change, CancellationToken cancellationToken);

    /// <summary>The same for a member who is stored; of somebody who is not, nothing is stored.</summary>
    Task<Member?> Update(MemberId id, Func<Member, Member> change, CancellationToken cancellationToken);

    /// <summary>Removes the member's row; may be repeated.</summary>
    Task Remove(MemberId id, CancellationToken cancellationToken);
}
