namespace LeerkringBot.Domain.Broadcasts;

/// <summary>Every step may be repeated after a fault: what exists already stays as it is.</summary>
public interface IBroadcastStore
{
    /// <summary>Stores a broadcast, with the work that starts it at its moment, so that it can't be forgotten.</summary>
    /// <param name="broadcast">A new one; where the id is taken nothing changes.</param>
    /// <param name="start">Null for a draft.</param>
    /// <param name="cancellationToken">Ends the storing.</param>
    Task Begin(Broadcast broadcast, WorkItem? start, CancellationToken cancellationToken);

    /// <summary>Stores a broadcast to one recipient, open at once.</summary>
    Task Add(Broadcast broadcast, Delivery delivery, CancellationToken cancellationToken);

    /// <summary>Stores a queued delivery for everybody who has none yet.</summary>
    Task Plan(string id, IAsyncEnumerable<Addressee> addressees, CancellationToken cancellationToken);

    Task<Broadcast?> Find(string id, CancellationToken cancellationToken);

    /// <summary>Changes the broadcast itself, and opens it where it is running then; again with what stands then, where somebody else wrote in between.</summary>
    /// <param name="id">Which.</param>
    /// <param name="change">Null leaves it as it is. May be called more than once.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>As it stands afterwards; null when there is none.</returns>
    Task<Broadcast?> Change(string id, Func<Broadcast, Broadcast?> change, CancellationToken cancellationToken);

    /// <summary>The same, with the work that starts it at its moment, in one step: neither stands without the other.</summary>
    /// <param name="id">Which.</param>
    /// <param name="change">Null leaves it as it is, without any work. May be called more than once.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>As it stands afterwards; null when there is none.</returns>
    Task<Broadcast?> Start(string id, Func<Broadcast, Broadcast?> change, CancellationToken cancellationToken);

    /// <summary>What is being composed, the last touched first.</summary>
    Task<IReadOnlyList<Broadcast>> Drafts(CancellationToken cancellationToken);

    /// <summary>Removes a draft. What is no draft any more stays.</summary>
    Task Discard(string id, CancellationToken cancellationToken);

    /// <summary>What organisers sent of some content, oldest first. Reads every broadcast of theirs.</summary>
    Task<IReadOnlyList<Broadcast>> Of(BroadcastContent content, CancellationToken cancellationToken);

    /// <summary>Those with an audience that are no drafts, newest first; what is scheduled counts at its moment.</summary>
    /// <param name="since">Sent or started at or after.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<Broadcast>> Recent(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Page by page: there may be many.</summary>
    IAsyncEnumerable<Delivery> Deliveries(string id, CancellationToken cancellationToken);

    Task<Delivery?> Delivery(string id, Recipient recipient, CancellationToken cancellationToken);

    /// <summary>Takes a queued delivery for sending. Only one caller ever gets it.</summary>
    /// <returns>False when it changed since it was read.</returns>
    Task<bool> Claim(string id, Delivery claimed, CancellationToken cancellationToken);

    /// <summary>Records how a claimed delivery went. Who claimed it says so also after it was given up as uncertain; where somebody else has it, it stays as it is.</summary>
    /// <returns>True where it stood as uncertain by then: whoever counted it, counted wrong.</returns>
    Task<bool> Record(string id, Delivery delivery, CancellationToken cancellationToken);

    /// <summary>Changes a delivery without sending it, if it is as it was read.</summary>
    /// <returns>False when it changed since it was read.</returns>
    Task<bool> Settle(string id, Delivery delivery, CancellationToken cancellationToken);

    /// <summary>Broadcasts with something to send or update, each with the stamp of its last opening.</summary>
    IAsyncEnumerable<(string Id, string Stamp)> Open(CancellationToken cancellationToken);

    /// <summary>Puts a broadcast among those with something to do, under a new stamp.</summary>
    Task Reopen(string id, CancellationToken cancellationToken);

    /// <summary>Takes it off again, unless it was opened anew since.</summary>
    Task Close(string id, string stamp, CancellationToken cancellationToken);

    /// <summary>How far it is; null before anything was done.</summary>
    Task<BroadcastProgress?> Progress(string id, CancellationToken cancellationToken);

    Task Note(string id, BroadcastProgress progress, CancellationToken cancellationToken);

    /// <summary>The organiser's cards that show how far it is.</summary>
    Task<IReadOnlyList<PostedCard>> Watchers(string id, CancellationToken cancellationToken);

    /// <summary>May be repeated. Of many only the newest few are kept.</summary>
    Task Watch(string id, PostedCard card, CancellationToken cancellationToken);

    /// <summary>The card shows something else now, such as a form that must not be overwritten. May be repeated.</summary>
    Task Unwatch(string id, PostedCard card, CancellationToken cancellationToken);

    /// <summary>Every delivery to a member, and every broadcast a member sent. Reads all of them.</summary>
    Task<(IReadOnlyList<(Broadcast Broadcast, Delivery Delivery)> Received, IReadOnlyList<Broadcast> Sent)> Of(MemberId member, CancellationToken cancellationToken);

    /// <summary>The deliveries stay and count, without to whom; the broadcasts stay without who sent them. May be repeated.</summary>
    Task Forget(MemberId member, CancellationToken cancellationToken);
}
