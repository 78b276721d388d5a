namespace LeerkringBot.Infrastructure.Storage;

/// <summary>One step of a batch.</summary>
public abstract record RowChange(Row Row)
{
    /// <summary>Stores a row whatever there was: what stands is replaced, if it is still as it was read.</summary>
    /// <param name="row">What is to stand.</param>
    /// <param name="stored">As it was read; null where there was none.</param>
    public static RowChange Put(Row row, Row? stored) => stored is null ? new Insert(row) : new Replace(row with { ETag = stored.ETag });

    /// <summary>Stores a row that must not exist yet.</summary>
    public sealed record Insert(Row Row) : RowChange(Row);

    /// <summary>Replaces the row whole, if it is still at <see cref="Row.ETag"/>.</summary>
    public sealed record Replace(Row Row) : RowChange(Row);

    /// <summary>Removes the row, if it is still at <see cref="Row.ETag"/>; without an ETag, whatever its version. A row that is gone is a conflict.</summary>
    public sealed record Delete(Row Row) : RowChange(Row);
}
