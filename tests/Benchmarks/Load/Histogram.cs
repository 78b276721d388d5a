namespace LeerkringBot.Benchmarks.Load;

/// <summary>Counts of latencies in buckets that each are 2 % wider than the one before, from 1 microsecond to a minute.</summary>
internal static class Histogram
{
    public const int Buckets = 905;

    private static readonly double Step = Math.Log(1.02);

    public static int Bucket(TimeSpan latency) => Math.Clamp((int)(Math.Log(Math.Max(1, latency.TotalMicroseconds)) / Step), 0, Buckets - 1);

    /// <param name="counts">Per bucket.</param>
    /// <param name="part">0.99 for the 99th percentile.</param>
    public static TimeSpan Percentile(IReadOnlyList<int> counts, double part)
    {
        var wanted = counts.Sum(count => (long)count) * part;
        long seen = 0;
        for (var i = 0; i < counts.Count; i++)
        {
            seen += counts[i];
            if (seen >= wanted) return TimeSpan.FromMicroseconds(Math.Exp(Step * (i + 0.5)));
        }

        return TimeSpan.Zero;
    }
}
