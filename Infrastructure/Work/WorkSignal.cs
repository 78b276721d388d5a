namespace LeerkringBot.Infrastructure.Work;

/// <summary>Wakes the work loop of this instance, so that it need not wait for its next look at the queue.</summary>
public sealed class WorkSignal
{
    private volatile TaskCompletionSource awaited = New();

    public void Raise() => awaited.TrySetResult();

    /// <summary>Returns at once if raised since the last wait, else when raised or after <paramref name="most"/>.</summary>
    public async Task Wait(TimeSpan most, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(awaited.Task, Task.Delay(most, clock, timer.Token));
        await timer.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        if (awaited.Task.IsCompleted) awaited = New();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
