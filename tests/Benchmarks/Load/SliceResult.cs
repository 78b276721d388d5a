namespace LeerkringBot.Benchmarks.Load;

/// <summary>What the load saw.</summary>
/// <param name="Clicks">Answered.</param>
/// <param name="Wrong">Answered with anything but the card that says so.</param>
/// <param name="Seconds">From the first to the last.</param>
/// <param name="Latencies">See <see cref="Histogram"/>.</param>
internal sealed record SliceResult(long Clicks, long Wrong, double Seconds, int[] Latencies)
{
    public static SliceResult None { get; } = new(0, 0, 0, new int[Histogram.Buckets]);

    public double Throughput => Clicks / Seconds;

    public static SliceResult operator +(SliceResult one, SliceResult other) => new(
        one.Clicks + other.Clicks,
        one.Wrong + other.Wrong,
        one.Seconds + other.Seconds,
        [.. one.Latencies.Zip(other.Latencies, (left, right) => left + right)]);
}
