using System.Collections.Concurrent;
using System.Diagnostics;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Benchmarks.Bare;

/// <summary>The answers to one poll, read once a second.</summary>
internal sealed class BareTally(ITable polls, string poll)
{
    private static readonly string[] Select = ["Option", "Version", "By"];
    private readonly Lock gate = new();
    private Task<ConcurrentDictionary<string, Row>>? reading;
    private long readAt;

    public Task<ConcurrentDictionary<string, Row>> Read()
    {
        lock (gate)
        {
            if (reading is not null && Stopwatch.GetElapsedTime(readAt) < TimeSpan.FromSeconds(1)) return reading;
            readAt = Stopwatch.GetTimestamp();
            return reading = Query();
        }
    }

    public void Note(string municipality, Row row)
    {
        if (reading is { IsCompletedSuccessfully: true } read) read.Result[municipality] = row;
    }

    private async Task<ConcurrentDictionary<string, Row>> Query()
    {
        var rows = new ConcurrentDictionary<string, Row>();
        await foreach (var row in polls.Begins(poll, "a|", CancellationToken.None, Select)) rows[row.RowKey[2..]] = row;
        return rows;
    }
}
