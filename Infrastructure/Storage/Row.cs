namespace LeerkringBot.Infrastructure.Storage;

/// <summary>A row as Table Storage knows it: two keys and named values of type string, bool, int, long, double, DateTimeOffset (UTC) or byte[].</summary>
/// <param name="PartitionKey">At most 200 characters from A-Z, a-z, 0-9 and "-._|~": no raw user text.</param>
/// <param name="RowKey">The same.</param>
/// <param name="Values">At most 252; a name is a C# identifier. Nulls are left out.</param>
/// <param name="ETag">The version that was read; null for a row that was never stored.</param>
public sealed record Row(string PartitionKey, string RowKey, IReadOnlyDictionary<string, object> Values, string? ETag = null)
{
    public static Row Of(string partitionKey, string rowKey, params IEnumerable<(string Name, object? Value)> values) =>
        new(partitionKey, rowKey, values.Where(value => value.Value is not null).ToDictionary(value => value.Name, value => value.Value!));

    public string? Text(string name) => Values.GetValueOrDefault(name) as string;

    public bool Flag(string name) => Values.GetValueOrDefault(name) is true;

    public long? Whole(string name) => Values.GetValueOrDefault(name) switch
    {
        long value => value,
        int value => value,
        _ => null,
    };

    public DateTimeOffset? Moment(string name) => Values.GetValueOrDefault(name) as DateTimeOffset?;
}
