using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace LeerkringBot.Benchmarks.Load;

/// <summary>One server and one kind of click: keeps its connections and what everybody answered last.</summary>
internal sealed class Target(int port, string path, string? token, Click[] clicks)
{
    /// <summary>One click in ten says again what was said last: people press twice.</summary>
    private const int RepeatEvery = 10;

    private readonly byte[] head = Encoding.ASCII.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json; charset=utf-8\r\n{(token is null ? "" : $"Authorization: Bearer {token}\r\n")}Content-Length: ");

    private readonly int[] said = new int[clicks.Length];
    private readonly List<Connection> connections = [];

    public async Task<SliceResult> Run(int atOnce, double seconds, int? most)
    {
        while (connections.Count < atOnce) connections.Add(await Connection.Open(port));
        var begun = Stopwatch.GetTimestamp();
        var until = most is null ? begun + (long)(seconds * Stopwatch.Frequency) : long.MaxValue;
        var each = (most ?? int.MaxValue) / atOnce;
        var results = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(index => Task.Run(() => Press(index, atOnce, until, each))));
        var total = results.Aggregate(SliceResult.None, (sum, one) => sum + one);
        return total with { Seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds };
    }

    // Each connection has persons of its own, so nobody presses twice at the same time.
    private async Task<SliceResult> Press(int index, int atOnce, long until, int most)
    {
        var connection = connections[index];
        var latencies = new int[Histogram.Buckets];
        var (count, wrong) = (0, 0);
        for (var at = connection.Next(index, atOnce, clicks.Length); count < most && Stopwatch.GetTimestamp() < until; at = connection.Next(index, atOnce, clicks.Length))
        {
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

    private readonly Dictionary<int, byte[]> heads = [];

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
