using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace LeerkringBot.Benchmarks.Load;

/// <summary>One server and one kind of click: keeps what everybody answered last, and whose turn it is.</summary>
internal sealed class Target(int port, string path, string? token, Click[] clicks)
{
    /// <summary>One click in ten says again what was said last: people press twice.</summary>
    private const int RepeatEvery = 10;

    private readonly byte[] head = Encoding.ASCII.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json; charset=utf-8\r\n{(token is null ? "" : $"Authorization: Bearer {token}\r\n")}Content-Length: ");

    private readonly int[] said = new int[clicks.Length];
    private readonly Dictionary<int, byte[]> heads = [];
    private int turns;

    public async Task<SliceResult> Run(int atOnce, double seconds, int? most)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Connection.Open(port)));
        var begun = Stopwatch.GetTimestamp();
        var until = most is null ? begun + (long)(seconds * Stopwatch.Frequency) : long.MaxValue;
        var each = (most ?? int.MaxValue) / atOnce;
        var results = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(index => Task.Run(() => Press(connections[index], index, atOnce, until, each))));
        foreach (var connection in connections) connection.Dispose();
        turns += results.Max(one => (int)one.Clicks);
        var total = results.Aggregate(SliceResult.None, (sum, one) => sum + one);
        return total with { Seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds };
    }

    // Each connection has persons of its own, so nobody presses twice at the same time.
    private async Task<SliceResult> Press(Connection connection, int index, int atOnce, long until, int most)
    {
        var latencies = new int[Histogram.Buckets];
        var (count, wrong) = (0, 0);
        while (count < most && Stopwatch.GetTimestamp() < until)
        {
            var at = (index + ((turns + count) % (clicks.Length / atOnce) * atOnce)) % clicks.Length;
            var repeats = said[at] != 0 && count % RepeatEvery == RepeatEvery - 1;
            var side = repeats ? (said[at] - 1) & 1 : said[at] & 1;
            if (!repeats) said[at]++;

            var body = clicks[at].Bodies[side];
            var begun = Stopwatch.GetTimestamp();
            var right = await connection.Send(Head(body.Length), body, clicks[at].Marks[side]);
            latencies[Histogram.Bucket(Stopwatch.GetElapsedTime(begun))]++;
            count++;
            if (!right) wrong++;
        }

        return new(count, wrong, 0, latencies);
    }

    private byte[] Head(int bodyLength)
    {
        lock (heads)
        {
            if (!heads.TryGetValue(bodyLength, out var made))
                heads[bodyLength] = made = [.. head, .. Encoding.ASCII.GetBytes(bodyLength.ToString(CultureInfo.InvariantCulture) + "\r\n\r\n")];
            return made;
        }
    }
}
