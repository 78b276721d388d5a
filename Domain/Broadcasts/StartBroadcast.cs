namespace LeerkringBot.Domain.Broadcasts;

/// <summary>Every recipient gets a row before anything is sent; then the sender takes over.</summary>
public sealed class StartBroadcast(IBroadcastStore broadcasts, SendBroadcast send, ICourier courier, IWorkQueue work, TimeProvider clock) : IWorkHandler
{
    public string Kind => "broadcast.start";

    public static WorkItem Item(string broadcast) => new("broadcast.start", broadcast);

    public async Task Handle(string subject, CancellationToken cancellationToken)
    {
        if (await broadcasts.Find(subject, cancellationToken) is not { Audience: { } meant, State: BroadcastState.Running or BroadcastState.Scheduled } broadcast) return;
        if (broadcast.SendAt > clock.GetUtcNow())
        {
            // Put off since, or our clock is behind the one that brought this item: either way it comes again.
            await work.Enqueue(Item(subject), broadcast.SendAt, cancellationToken);
            return;
        }

        // From here on it can be stopped, but not changed any more.
        if (broadcast.State == BroadcastState.Scheduled
            && await broadcasts.Change(subject, current => current.State == BroadcastState.Scheduled && current.SendAt == broadcast.SendAt ? current with { State = BroadcastState.Running } : null, cancellationToken) is not { State: BroadcastState.Running }) return;
        if (!broadcast.IsPlanned)
        {
            await courier.Make(broadcast, cancellationToken);
            await broadcasts.Plan(subject, courier.Audience(meant, cancellationToken), cancellationToken);
        }

        var recipients = await broadcasts.Deliveries(subject, cancellationToken).CountAsync(cancellationToken);
        var started = await broadcasts.Change(subject, current => Planned(current, recipients), cancellationToken);
        if (started is { SendAt: not null, By: { } organiser, State: BroadcastState.Running })
            await send.ToOne(new($"{subject}.begun", new(RunBroadcast.Progress, subject), null, null, clock.GetUtcNow()), new Recipient.OfMember(organiser), "", cancellationToken);
        await broadcasts.Reopen(subject, cancellationToken);
    }

    /// <summary>Somebody else may have planned it too, and somebody may have been added in between.</summary>
    private static Broadcast? Planned(Broadcast current, int recipients) => current.State switch
    {
        BroadcastState.Running => current with { Recipients = recipients },
        BroadcastState.Done when current.Recipients != recipients => current with { State = BroadcastState.Running, Recipients = recipients },
        // So that those who have a delivery are passed over.
        BroadcastState.Cancelled when current.Recipients is null => current with { Recipients = recipients },
        _ => null,
    };
}
