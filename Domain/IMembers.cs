namespace LeerkringBot.Domain;

/// <summary>What features may ask about people.</summary>
public interface IMembers
{
    Task<Member?> Find(MemberId id, CancellationToken cancellationToken);

    /// <summary>Everybody the network knows, in no particular order. Not for a path that a click waits for.</summary>
    Task<IReadOnlyList<Member>> All(CancellationToken cancellationToken);
}
