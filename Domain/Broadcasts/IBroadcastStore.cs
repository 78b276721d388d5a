namespace LeerkringBot.Domain.Broadcasts;

/// <summary>Every step may be repeated after a fault: what exists already stays as it is.</summary>
public interface IBroadcastStore
{
    /// <summary>Stores a broadcast together with the work that starts it, so that it can't be forgotten.</summary>
    Task Begin(Broadcast broadcast, WorkItem start, CancellationToken cancellationToken);

    /// <summary>Stores a broadcast to one recipient, planned at once.</summary>
    Task Add(Broadcast broadcast, Delivery delivery, CancellationToken cancellationToken);

    /// <summary>Stores a queued delivery per recipient, then marks the broadcast as planned.</summary>
    Task Plan(string id, IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken);

    Task<Broadcast?> Find(string id, CancellationToken cancellationToken);

    /// <summary>What organisers sent of some content, oldest first. Reads every broadcast of theirs.</summary>
    Task<IReadOnlyList<Broadcast>> Of(BroadcastContent content, CancellationToken cancellationToken);

    Task<IReadOnlyList<Delivery>> Deliveries(string id, CancellationToken cancellationToken);

    Task<Delivery?> Delivery(string id, Recipient recipient, CancellationToken cancellationToken);

    /// <summary>Takes a queued delivery for sending. Only one caller ever gets it.</summary>
    /// <returns>Null when it is not queued, or somebody else has it.</returns>
    Task<Delivery?> Claim(string id, Recipient recipient, Letter? letter, CancellationToken cancellationToken);

    /// <summary>Every delivery to a member, and every broadcast a member sent. Reads all of them.</summary>
    Task<(IReadOnlyList<(Broadcast Broadcast, Delivery Delivery)> Received, IReadOnlyList<Broadcast> Sent)> Of(MemberId member, CancellationToken cancellationToken);

    /// <summary>The deliveries stay and count, without to whom; the broadcasts stay without who sent them. May be repeated.</summary>
    Task Forget(MemberId member, CancellationToken cancellationToken);

    /// <summary>Records how a claimed delivery went; one that is not claimed stays as it is.</summary>
    Task Record(string id, Delivery delivery, CancellationToken cancellationToken);
}
