namespace LeerkringBot.Domain.Broadcasts;

/// <summary>One recipient of a broadcast.</summary>
/// <param name="Recipient">Who.</param>
/// <param name="Name">Shown to the organiser.</param>
public sealed record Delivery(Recipient Recipient, string Name)
{
    public DeliveryState State { get; init; } = DeliveryState.Queued;

    /// <summary>How it goes, or went.</summary>
    public DeliveryRoute Route { get; init; }

    /// <summary>It was sent again although it may have arrived: by another route it could come twice.</summary>
    public bool KeepsRoute { get; init; }

    /// <summary>Why it was not sent.</summary>
    public NotSentReason? Reason { get; init; }

    /// <summary>Why it was passed over.</summary>
    public SkipReason? Skipped { get; init; }

    /// <summary>The channel's id of the message that was sent.</summary>
    public string? ActivityId { get; init; }

    /// <summary>When it was last taken for sending.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>By whom: a word of each sender's own. Only they record how it went.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>How often the channel put it off.</summary>
    public int Postponements { get; init; }

    /// <summary>Not to be tried earlier.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Of the <see cref="Letter"/> that was taken for sending.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The <see cref="Broadcast.Edition"/> that is done: shown, or given up.</summary>
    public int Edition { get; init; }

    /// <summary>Why the last update did not get through; null when it did.</summary>
    public NotSentReason? NotUpdated { get; init; }

    /// <summary>The store's own mark of what was read; null for what was never stored.</summary>
    public string? Stamp { get; init; }

    public bool IsOpen => State is DeliveryState.Queued or DeliveryState.Sending;

    /// <summary>It stands in Teams and shows an earlier edition.</summary>
    /// <param name="edition">That it should show.</param>
    public bool IsBehind(int edition) => State is DeliveryState.Sent or DeliveryState.Updated && Route == DeliveryRoute.Teams && ActivityId is not null && Edition < edition;

    /// <summary>It went by mail, and says what was sent before an organiser changed it.</summary>
    /// <param name="changed">See <see cref="Broadcast.ChangedEdition"/>.</param>
    public bool IsOldMail(int? changed) => State is DeliveryState.Sent or DeliveryState.Updated && Route == DeliveryRoute.Mail && Edition < changed;

    /// <summary>To be sent once more, because an organiser says so.</summary>
    public Delivery Again()
    {
        var keeps = KeepsRoute || State == DeliveryState.Uncertain;
        return this with { State = DeliveryState.Queued, Reason = null, ClaimedBy = null, Postponements = 0, NotBefore = null, KeepsRoute = keeps, Route = keeps ? Route : DeliveryRoute.Teams };
    }
}

public enum DeliveryState
{
    Queued,

    /// <summary>Claimed. If it stays so, the sender broke off in between: it may have arrived.</summary>
    Sending,
    Sent,

    /// <summary>Sent, and brought up to date since.</summary>
    Updated,
    Failed,

    /// <summary>It may have arrived; resent only when the organiser says so.</summary>
    Uncertain,

    /// <summary>Meant at first, and then not any more.</summary>
    Skipped,
}

public enum DeliveryRoute
{
    Teams,

    /// <summary>Teams did not reach them, or they aren't there.</summary>
    Mail,
}
