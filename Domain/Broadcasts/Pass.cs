namespace LeerkringBot.Domain.Broadcasts;

/// <summary>What one walk over the deliveries of a broadcast found and did.</summary>
internal sealed class Pass(Broadcast broadcast, TimeProvider clock)
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(2);
    private readonly Lock counting = new();
    private readonly long began = clock.GetTimestamp();
    private BroadcastProgress progress = BroadcastProgress.None with { Recipients = broadcast.Recipients ?? 0 };
    private int done;
    private int failures;

    /// <summary>When there is something to do again; null where nothing is left of what was looked at.</summary>
    public DateTimeOffset? Next { get; private set; }

    /// <summary>Of the failures in a row.</summary>
    public NotSentReason? Cause { get; private set; }

    /// <summary>Whether something was done.</summary>
    public bool HasDone => Volatile.Read(ref done) > 0;

    public bool IsBroken(int most)
    {
        lock (counting) return failures >= most;
    }

    /// <summary>Counts it.</summary>
    /// <returns>Whether there is something to do for it now.</returns>
    public bool HasWork(Delivery delivery)
    {
        lock (counting)
        {
            progress = progress.With(delivery, broadcast);
            if (!delivery.IsOpen && !delivery.IsBehind(broadcast.Edition)) return false;
            // What is only passed over need not wait.
            var isOver = broadcast.State == BroadcastState.Cancelled || broadcast.Recall is not null && delivery.State == DeliveryState.Queued;
            if (isOver || delivery.NotBefore is not { } due || due <= clock.GetUtcNow()) return true;
            Later(due);
            return false;
        }
    }

    public void Note(Delivery before, Delivery after)
    {
        lock (counting)
        {
            progress = progress.With(before, after, broadcast);
            done++;
            if (after.IsOpen || after.IsBehind(broadcast.Edition)) Later(after.NotBefore ?? clock.GetUtcNow());
            if (Failure(before, after) is { } cause)
            {
                failures = cause == Cause ? failures + 1 : 1;
                Cause = cause;
            }
            else if (after.State is DeliveryState.Sent or DeliveryState.Updated)
            {
                (failures, Cause) = (0, null);
            }
        }
    }

    /// <summary>Something could not be stored, or was ended.</summary>
    public void NoteFault()
    {
        lock (counting) Later(clock.GetUtcNow() + AfterFault);
    }

    /// <summary>As it stands, with how long it will still take at the pace so far.</summary>
    public BroadcastProgress Progress()
    {
        lock (counting)
        {
            var elapsed = clock.GetElapsedTime(began);
            return progress with { Left = done > 0 && progress.ToDo > 0 ? elapsed / done * progress.ToDo : null };
        }
    }

    /// <summary>What a claim left behind is not: that was another sender's.</summary>
    private static NotSentReason? Failure(Delivery before, Delivery after) => after switch
    {
        { State: DeliveryState.Failed } when before.State != DeliveryState.Failed => after.Reason ?? NotSentReason.Refused,
        { State: DeliveryState.Uncertain } when before.State == DeliveryState.Queued => NotSentReason.NoAnswer,
        { NotUpdated: { } reason } when before.NotUpdated is null => reason,
        _ => null,
    };

    private void Later(DateTimeOffset moment) => Next = Next is { } known && known < moment ? known : moment;
}
