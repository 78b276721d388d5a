using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Speed;

/// <summary>Tables that answer only when nobody has anything more to ask: what is asked together is one step, what had to wait for it is the next.</summary>
public sealed class StepwiseTables(ITables inner) : ITables
{
    private readonly List<Action> waiting = [];

    /// <summary>What was asked so far, one list for each step.</summary>
    public List<List<string>> Steps { get; } = [];

    public ITable this[string name] => new StepwiseTable(this, name, inner[name]);

    public Task Create(CancellationToken cancellationToken) => inner.Create(cancellationToken);

    /// <summary>Answers everything that was asked; one step.</summary>
    /// <returns>False when nothing was asked.</returns>
    public bool Answer()
    {
        var now = waiting.ToList();
        waiting.Clear();
        foreach (var answer in now) answer();
        return now.Count > 0;
    }

    internal async Task<T> Ask<T>(string what, Func<Task<T>> ask)
    {
        // What runs behind the clicks is not counted.
        if (SynchronizationContext.Current is not Turnstile) return await ask();
        if (waiting.Count == 0) Steps.Add([]);
        Steps[^1].Add(what);
        var answered = new TaskCompletionSource<T>();
        // On another thread: what storage does inside must not wait for the click's.
        waiting.Add(() => answered.SetResult(Task.Run(ask).GetAwaiter().GetResult()));
        return await answered.Task;
    }
}
