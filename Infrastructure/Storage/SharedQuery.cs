namespace LeerkringBot.Infrastructure.Storage;

/// <summary>One reading per second, shared by all clicks of that second. They are numbered: what was stored before one began is in it.</summary>
internal sealed class SharedQuery<T>(TimeProvider clock)
{
    private static readonly TimeSpan Shared = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private Task<T>? reading;
    private int number;
    private long startedAt;

    /// <summary>Of the reading that began last; 0 before the first.</summary>
    public int Number
    {
        get
        {
            lock (gate) return number;
        }
    }

    /// <param name="read">With nobody's own token: others wait for the same reading.</param>
    public (int Number, Task<T> Reading) Current(Func<Task<T>> read)
    {
        lock (gate)
        {
            if (reading is { IsFaulted: false } running && clock.GetElapsedTime(startedAt) < Shared) return (number, running);
            startedAt = clock.GetTimestamp();
            return (++number, reading = read());
        }
    }

    /// <summary>The next click reads anew.</summary>
    public void Forget()
    {
        lock (gate) reading = null;
    }
}
