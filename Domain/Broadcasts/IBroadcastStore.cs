namespace LeerkringBot.Domain.Broadcasts;

public interface IBroadcastStore
{
    /// <summary>Stores the broadcast and a queued delivery per recipient. What exists already stays as it is, so doing it twice, or again after a fault, changes nothing.</summary>
    Task Add(Broadcast broadcast, IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken);

    Task<Broadcast?> Find(string id, CancellationToken cancellationToken);

    Task<IReadOnlyList<Delivery>> Deliveries(string id, CancellationToken cancellationToken);

    /// <summary>Takes a queued delivery for sending. Only one caller ever gets it.</summary>
    /// <returns>False when it is not queued, or somebody else has it.</returns>
    Task<bool> Claim(string id, Recipient recipient, CancellationToken cancellationToken);

    /// <summary>Records how a claimed delivery went.</summary>
    Task Record(string id, Delivery delivery, CancellationToken cancellationToken);

    /// <summary>Marks the summary as told.</summary>
    /// <returns>True for the one caller that must tell it.</returns>
    Task<bool> ClaimSummary(string id, CancellationToken cancellationToken);
}
