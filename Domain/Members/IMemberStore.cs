namespace LeerkringBot.Domain.Members;

public interface IMemberStore : IMembers
{
    /// <summary>Applies <paramref name="change"/> to the stored member (null where there is none) and stores what it returns; again with the new state where somebody else wrote in between.</summary>
    Task<Member> Change(MemberId id, Func<Member?, Member> change, CancellationToken cancellationToken);
}
