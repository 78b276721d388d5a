using LeerkringBot.Benchmarks.Load;

namespace LeerkringBot.Benchmarks;

/// <summary>What one server did with one kind of click, over all its turns.</summary>
/// <param name="Seen">By the load.</param>
/// <param name="Processor">Time that the server's own process used.</param>
internal sealed record Figures(SliceResult Seen, TimeSpan Processor)
{
    public static Figures None { get; } = new(SliceResult.None, TimeSpan.Zero);

    public double Throughput => Seen.Throughput;

    public TimeSpan P50 => Histogram.Percentile(Seen.Latencies, 0.5);

    public TimeSpan P99 => Histogram.Percentile(Seen.Latencies, 0.99);

    public double ProcessorMicrosecondsPerClick => Processor.TotalMicroseconds / Seen.Clicks;

    public static Figures operator +(Figures one, Figures other) => new(one.Seen + other.Seen, one.Processor + other.Processor);
}
