namespace LeerkringBot.Domain.Broadcasts;

public interface ISharedCardStore
{
    /// <summary>Adds a card, or notes what a known one shows now.</summary>
    Task Put(SharedCard card, CancellationToken cancellationToken);

    Task<IReadOnlyList<SharedCard>> All(CancellationToken cancellationToken);

    Task<IReadOnlyList<SharedCard>> Of(BroadcastContent content, CancellationToken cancellationToken);

    /// <summary>The card is gone, or nothing can change on it any more.</summary>
    Task Remove(SharedCard card, CancellationToken cancellationToken);

    /// <summary>Leaves word for the sender that what these cards show was changed. May be repeated.</summary>
    Task Mark(BroadcastContent content, CancellationToken cancellationToken);

    /// <summary>Every word that was left, taken away by reading it.</summary>
    Task<IReadOnlyList<BroadcastContent>> TakeMarks(CancellationToken cancellationToken);
}
