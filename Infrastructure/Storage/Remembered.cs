using System.Collections.Concurrent;

namespace LeerkringBot.Infrastructure.Storage;

/// <summary>What changes rarely and is read on every click, kept for a while: another instance may have changed it. When it is due again one reading serves all who wait.</summary>
/// <param name="clock">Measures the while.</param>
/// <param name="lifetime">Null means a minute.</param>
/// <param name="most">With more, it begins anew.</param>
internal sealed class Remembered<TKey, TValue>(TimeProvider clock, TimeSpan? lifetime = null, int most = 10_000)
    where TKey : notnull
    where TValue : class
{
    private readonly TimeSpan lifetime = lifetime ?? TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<TKey, Entry> kept = new();
    private readonly Lock beginning = new();

    /// <param name="key">Of what.</param>
    /// <param name="read">With a token of nobody's: others wait for it too. Null is not kept.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask<TValue?> Get(TKey key, Func<CancellationToken, Task<TValue?>> read, CancellationToken cancellationToken)
    {
        if (!kept.TryGetValue(key, out var entry) || !IsGood(entry)) entry = Begin(key, read);
        if (entry.Reading.IsCompletedSuccessfully && entry.Reading.Result is { } known) return known;
        var value = await entry.Reading.WaitAsync(cancellationToken);
        if (value is null) kept.TryRemove(new(key, entry));
        return value;
    }

    /// <summary>What is known without reading.</summary>
    public TValue? Find(TKey key) =>
        kept.TryGetValue(key, out var entry) && IsGood(entry) && entry.Reading.IsCompletedSuccessfully ? entry.Reading.Result : null;

    public TValue Keep(TKey key, TValue value)
    {
        Put(key, Task.FromResult<TValue?>(value));
        return value;
    }

    public void Forget(TKey key) => kept.TryRemove(key, out _);

    private Entry Begin(TKey key, Func<CancellationToken, Task<TValue?>> read)
    {
        lock (beginning) return kept.TryGetValue(key, out var entry) && IsGood(entry) ? entry : Put(key, read(CancellationToken.None));
    }

    private Entry Put(TKey key, Task<TValue?> reading)
    {
        if (kept.Count >= most) kept.Clear();
        return kept[key] = new(clock.GetTimestamp(), reading);
    }

    private bool IsGood(Entry entry) => !entry.Reading.IsFaulted && !entry.Reading.IsCanceled && clock.GetElapsedTime(entry.At) < lifetime;

    private sealed record Entry(long At, Task<TValue?> Reading);
}
