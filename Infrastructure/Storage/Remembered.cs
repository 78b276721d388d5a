using System.Collections.Concurrent;

namespace LeerkringBot.Infrastructure.Storage;

/// <summary>What changes rarely and is read on every click, kept for a while: another instance may have changed it.</summary>
/// <param name="clock">Measures the while.</param>
/// <param name="lifetime">Null means a minute.</param>
internal sealed class Remembered<TKey, TValue>(TimeProvider clock, TimeSpan? lifetime = null)
    where TKey : notnull
    where TValue : class
{
    private const int Most = 10_000;
    private readonly TimeSpan lifetime = lifetime ?? TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<TKey, (TValue Value, long At)> kept = new();

    public async ValueTask<TValue?> Get(TKey key, Func<Task<TValue?>> read)
    {
        if (Find(key) is { } found) return found;
        var at = clock.GetTimestamp();
        var value = await read();
        if (value is null) Forget(key);
        else Keep(key, value, at);
        return value;
    }

    public TValue? Find(TKey key) => kept.TryGetValue(key, out var found) && clock.GetElapsedTime(found.At) < lifetime ? found.Value : null;

    public TValue Keep(TKey key, TValue value) => Keep(key, value, clock.GetTimestamp());

    public void Forget(TKey key) => kept.TryRemove(key, out _);

    private TValue Keep(TKey key, TValue value, long at)
    {
        if (kept.Count >= Most) kept.Clear();
        kept[key] = (value, at);
        return value;
    }
}
