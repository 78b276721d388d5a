using System.Globalization;

namespace LeerkringBot.Benchmarks.Stub;

/// <summary>The rows of one partition in order of their keys.</summary>
internal sealed class StubPartition
{
    private static long version;
    private readonly Lock gate = new();
    private readonly Dictionary<string, StubRow> rows = [];
    private readonly SortedSet<string> keys = new(StringComparer.Ordinal);

    public StubRow? Find(string key)
    {
        lock (gate) return rows.GetValueOrDefault(key);
    }

    public IReadOnlyList<StubRow> Range(string from, string before)
    {
        lock (gate) return [.. keys.GetViewBetween(from, before).Where(key => key != before).Select(key => rows[key])];
    }

    /// <returns>204 with the new ETag, or the status of the first that can't be, and then nothing is changed.</returns>
    public (int Status, string? ETag) Apply(IReadOnlyList<StubChange> changes)
    {
        var etag = $"W/\"datetime'{Interlocked.Increment(ref version).ToString(CultureInfo.InvariantCulture)}'\"";
        lock (gate)
        {
            foreach (var change in changes)
            {
                var stored = rows.GetValueOrDefault(change.Row);
                if (change.Inserts && stored is not null) return (409, null);
                if (!change.Inserts && stored is null) return (404, null);
                if (!change.Inserts && change.IfMatch != "*" && change.IfMatch != stored!.ETag) return (412, null);
            }

            foreach (var change in changes)
            {
                if (change.Json.Length == 0)
                {
                    rows.Remove(change.Row);
                    keys.Remove(change.Row);
                    continue;
                }

                rows[change.Row] = new(etag, $$"""{"odata.etag":"{{etag.Replace("\"", "\\\"", StringComparison.Ordinal)}}",{{change.Json.AsSpan(1)}}""");
                keys.Add(change.Row);
            }
        }

        return (204, etag);
    }
}
