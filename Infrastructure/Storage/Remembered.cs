using System.Collections.Concurrent;

namespace LeerkringBot.Infrastructure.Storage;

/// <summary>What changes rarely and is read on every click, kept for a minute. When it is due again one reading serves all who wait.</summary>
internal sealed class Remembered<TKey, TValue>(TimeProvider clock)
    where TKey : notnull
    where TValue : class
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
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

    public void Forget(TKey key) => kept.TryRemove(key, out _);

    private Entry Begin(TKey key, Func<CancellationToken, Task<TValue?>> read)
    {
        lock (beginning)
        {
            if (kept.TryGetValue(key, out var entry) && IsGood(entry)) return entry;
            return kept[key] = new(clock.GetTimestamp(), read(CancellationToken.None));
        }
    }

    private bool IsGood(Entry entry) => !entry.Reading.IsFaulted && !entry.Reading.IsCanceled && clock.GetElapsedTime(entry.At) < Lifetime;

    private sealed record Entry(long At, Task<TValue?> Reading);
}
