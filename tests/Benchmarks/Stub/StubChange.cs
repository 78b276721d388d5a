using System.Text.Json;
using System.Text.RegularExpressions;

namespace LeerkringBot.Benchmarks.Stub;

/// <summary>One change as it stands in a request or in a part of a batch.</summary>
/// <param name="Json">Empty where the row is removed.</param>
internal sealed partial record StubChange(string Table, string Partition, string Row, bool Inserts, string? IfMatch, string Json)
{
    public static StubChange Of(string method, string path, string? ifMatch, string json)
    {
        if (Key().Match(path) is { Success: true } key)
            return new(key.Groups["table"].Value, key.Groups["partition"].Value, key.Groups["row"].Value, false, ifMatch, method == "DELETE" ? "" : json);

        using var entity = JsonDocument.Parse(json);
        return new(path.TrimEnd('(', ')'), entity.RootElement.GetProperty("PartitionKey").GetString()!, entity.RootElement.GetProperty("RowKey").GetString()!, true, null, json);
    }

    public static IReadOnlyList<StubChange> OfBatch(string body) =>
    [
        .. Part().Matches(body).Select(part => Of(
            part.Groups["method"].Value,
            Uri.UnescapeDataString(part.Groups["path"].Value),
            part.Groups["match"] is { Success: true } match ? match.Value : null,
            part.Groups["json"].Value)),
    ];

    [GeneratedRegex(@"^(?<table>\w+)\(PartitionKey='(?<partition>[^']*)',RowKey='(?<row>[^']*)'\)$", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex Key();

    [GeneratedRegex(@"^(?<method>POST|PUT|DELETE) http://[^/]+/\w+/(?<path>[^? ]+)[^\n]*\n(If-Match: (?<match>[^\r\n]+)\r\n|[\w-]+: [^\n]*\n)*\r\n(?<json>\{[^\n]*\})?", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Part();
}
