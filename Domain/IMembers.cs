namespace LeerkringBot.Domain;

/// <summary>What features may ask about people.</summary>
public interface IMembers
{
    Task<Member?> Find(MemberId id, CancellationToken cancellationToken);

    /// <summary>Everybody the network knows, in no particular order, read as they are asked for. Not for a path that a click waits for.</summary>
    IAsyncEnumerable<Member> Each(CancellationToken cancellationToken);

    /// <summary><see cref="Each"/>, all of them in memory.</summary>
    async Task<IReadOnlyList<Member>> All(CancellationToken cancellationToken) => await Each(cancellationToken).ToListAsync(cancellationToken);
}
