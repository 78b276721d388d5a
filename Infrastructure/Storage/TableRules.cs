using System.Buffers;

namespace LeerkringBot.Infrastructure.Storage;

/// <summary>The limits of Table Storage, which every backend refuses by itself before anything is sent: neither SQLite nor Azurite holds to all of them.</summary>
public static class TableRules
{
    public const int MostChanges = 100;
    public const int MostValues = 252;
    public const int MostCharacters = 32_768;
    public const int MostBytes = 65_536;
    public const int MostEntityBytes = 1 << 20;
    public const int MostBatchBytes = 4 << 20;

    private static readonly SearchValues<char> KeyCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._|~");

    private static readonly DateTimeOffset EarliestMoment = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>As it comes back from every backend: whole numbers as long, moments in UTC.</summary>
    public static object Normal(object value) => value switch
    {
        int whole => (long)whole,
        DateTimeOffset moment => moment.ToUniversalTime(),
        _ => value,
    };

    /// <exception cref="ArgumentException">Not a key: see <see cref="Row"/>.</exception>
    public static void CheckKey(string key)
    {
        if (key is not { Length: >= 1 and <= 200 } || key.AsSpan().ContainsAnyExcept(KeyCharacters))
            throw new ArgumentException($"'{key}' is not a key: 1 to 200 characters from A-Z, a-z, 0-9 and \"-._|~\".", nameof(key));
    }

    /// <summary>A bound of a range need not be a key itself: "a}" ends what begins with "a|".</summary>
    /// <exception cref="ArgumentException">Other characters than printable ASCII, or more than 200.</exception>
    public static void CheckBound(string bound)
    {
        if (bound is not { Length: <= 200 } || bound.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            throw new ArgumentException($"'{bound}' is not a bound: at most 200 printable ASCII characters.", nameof(bound));
    }

    /// <exception cref="ArgumentException">Not a name: a letter or underscore, then letters, digits and underscores, at most 255; none that Table Storage uses itself.</exception>
    public static void CheckName(string name)
    {
        if (name is not { Length: >= 1 and <= 255 } || char.IsAsciiDigit(name[0]) || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
            || name is "PartitionKey" or "RowKey" or "Timestamp" or "ETag")
            throw new ArgumentException($"'{name}' is not a name for a value.", nameof(name));
    }

    /// <exception cref="ArgumentException">The batch breaks a limit.</exception>
    public static void Check(IReadOnlyList<RowChange> batch)
    {
        if (batch.Count is 0 or > MostChanges)
            throw new ArgumentException($"A batch has 1 to {MostChanges} changes, not {batch.Count}.", nameof(batch));

        var rows = batch.Count > 1 ? new HashSet<string>(batch.Count) : null;
        long payload = 0;
        foreach (var change in batch)
        {
            var row = change.Row;
            CheckKey(row.PartitionKey);
            CheckKey(row.RowKey);
            if (row.PartitionKey != batch[0].Row.PartitionKey)
                throw new ArgumentException($"A batch stays in one partition, not '{batch[0].Row.PartitionKey}' and '{row.PartitionKey}'.", nameof(batch));
            if (rows?.Add(row.RowKey) == false)
                throw new ArgumentException($"The row '{row.RowKey}' is twice in the batch.", nameof(batch));
            if (row.ETag is "" or "*" || (row.ETag is null && change is RowChange.Replace))
                throw new ArgumentException($"The row '{row.RowKey}' is replaced without the version that was read.", nameof(batch));
            payload += change is RowChange.Delete ? EntitySize.Envelope : CheckValues(row);
        }

        if (payload > MostBatchBytes)
            throw new ArgumentException($"The batch takes {payload} bytes on the wire; {MostBatchBytes} is the most.", nameof(batch));
    }

    /// <returns>Bytes on the wire.</returns>
    private static long CheckValues(Row row)
    {
        if (row.Values.Count > MostValues)
            throw new ArgumentException($"The row '{row.RowKey}' has {row.Values.Count} values; {MostValues} is the most.", nameof(row));
        foreach (var (name, value) in row.Values)
        {
            CheckName(name);
            if (Breach(value) is { } breach) throw new ArgumentException($"The value '{name}' of row '{row.RowKey}' {breach}.", nameof(row));
        }

        var size = EntitySize.Of(row);
        if (size.Stored > MostEntityBytes)
            throw new ArgumentException($"The row '{row.RowKey}' takes {size.Stored} bytes; {MostEntityBytes} is the most.", nameof(row));
        return size.Sent;
    }

    private static string? Breach(object? value) => value switch
    {
        string { Length: > MostCharacters } text => $"has {text.Length} characters; {MostCharacters} is the most",
        // Half a surrogate pair can't be sent as JSON and would come back as another character: somebody cut a text in two.
        string text => HasLoneSurrogate(text) ? "holds half a character" : null,
        byte[] { Length: > MostBytes } bytes => $"has {bytes.Length} bytes; {MostBytes} is the most",
        double number => double.IsFinite(number) ? null : "is not a finite number",
        DateTimeOffset moment => moment >= EarliestMoment ? null : "lies before 1601",
        bool or int or long or byte[] => null,
        null => "is null: leave it out",
        _ => $"is a {value.GetType().Name}, which Table Storage doesn't know",
    };

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return true;
            i++;
        }

        return false;
    }
}
