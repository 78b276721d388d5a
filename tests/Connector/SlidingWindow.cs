namespace LeerkringBot.Connector;

/// <summary>When the latest requests came, as far back as the limits look. Not thread-safe.</summary>
/// <remarks>Moments are ticks of one clock that never goes back. A request that lies exactly a limit's stretch ago no longer counts for it.</remarks>
internal sealed class SlidingWindow(IReadOnlyList<Limit> limits)
{
    private readonly int most = limits.Select(limit => limit.Requests).DefaultIfEmpty().Max();
    private long[] moments = [];
    private int count;
    private int oldest;

    /// <summary>How long a request at this moment would have to wait; zero where it may pass.</summary>
    public TimeSpan Wait(long now)
    {
        var wait = 0L;
        foreach (var limit in limits)
            if (count >= limit.Requests) wait = Math.Max(wait, Latest(limit.Requests) + limit.Within.Ticks - now);
        return TimeSpan.FromTicks(wait);
    }

    public void Add(long now)
    {
        if (count < most)
        {
            // Most conversations get one message: no room is kept for 1,800.
            if (count == moments.Length) Array.Resize(ref moments, Math.Min(most, Math.Max(2, 2 * count)));
            moments[count++] = now;
        }
        else if (most > 0)
        {
            moments[oldest] = now;
            oldest = (oldest + 1) % most;
        }
    }

    /// <param name="back">1 for the latest of all.</param>
    private long Latest(int back) => moments[(oldest + count - back) % count];
}
