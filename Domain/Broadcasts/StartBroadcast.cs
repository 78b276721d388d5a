namespace LeerkringBot.Domain.Broadcasts;

/// <summary>Every recipient gets a row before anything is sent; then the sender takes over.</summary>
public sealed class StartBroadcast(IBroadcastStore broadcasts, ICourier courier, TimeProvider clock) : IWorkHandler
{
    public string Kind => "broadcast.start";

    public static WorkItem Item(string broadcast) => new("broadcast.start", broadcast);

    public async Task Handle(string subject, CancellationToken cancellationToken)
    {
        if (await broadcasts.Find(subject, cancellationToken) is not { Audience: { } meant, State: BroadcastState.Running or BroadcastState.Scheduled } broadcast) return;
        // It was put off in the meantime: that has an item of its own.
        if (broadcast.SendAt > clock.GetUtcNow()) return;
        if (!broadcast.IsPlanned) await broadcasts.Plan(subject, courier.Audience(meant, cancellationToken), cancellationToken);
        var recipients = await broadcasts.Deliveries(subject, cancellationToken).CountAsync(cancellationToken);
        await broadcasts.Change(
            subject,
            current => current.State is BroadcastState.Running or BroadcastState.Scheduled ? current with { State = BroadcastState.Running, Recipients = recipients } : null,
            cancellationToken);
        await broadcasts.Reopen(subject, cancellationToken);
    }
}
