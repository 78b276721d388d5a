namespace LeerkringBot.Tests.Speed;

/// <summary>Runs a click on one thread and lets storage answer only when the click can do nothing more by itself, so that steps are counted without a clock.</summary>
internal sealed class Turnstile(StepwiseTables tables) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> ready = new();

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (ready) ready.Enqueue((d, state));
    }

    /// <returns>The answer, and what was asked for it step by step.</returns>
    public (T Answer, IReadOnlyList<IReadOnlyList<string>> Steps) Run<T>(Func<Task<T>> click)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            tables.Steps.Clear();
            var clicking = click();
            do RunReady();
            while (tables.Answer());
            Assert.True(clicking.IsCompleted, "The click waits for something else than storage.");
            return (clicking.GetAwaiter().GetResult(), [.. tables.Steps]);
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    private void RunReady()
    {
        while (true)
        {
            (SendOrPostCallback Callback, object? State) next;
            lock (ready)
            {
                if (!ready.TryDequeue(out next)) return;
            }

            next.Callback(next.State);
        }
    }
}
