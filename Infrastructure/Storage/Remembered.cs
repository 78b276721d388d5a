using System.Collections.Concurrent;

namespace LeerkringBot.Infrastructure.Storage;

/// <summary>What changes rarely and is read on every click, kept for a minute.</summary>
internal sealed class Remembered<TKey, TValue>(TimeProvider clock)
    where TKey : notnull
    where TValue : class
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<TKey, (TValue Value, long At)> kept = new();

    public async ValueTask<TValue?> Get(TKey key, Func<Task<TValue?>> read)
    {
        if (kept.TryGetValue(key, out var found) && clock.GetElapsedTime(found.At) < Lifetime) return found.Value;
        var at = clock.GetTimestamp();
        var value = await read();
        if (value is null) kept.TryRemove(key, out _);
        else kept[key] = (value, at);
        return value;
    }

    public void Forget(TKey key) => kept.TryRemove(key, out _);
}
