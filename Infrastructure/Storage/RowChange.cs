namespace LeerkringBot.Infrastructure.Storage;

/// <summary>One step of a batch.</summary>
public abstract record RowChange(Row Row)
{
    /// <summary>Stores a row that must not exist yet.</summary>
    public sealed record Insert(Row Row) : RowChange(Row);

    /// <summary>Replaces the row whole, if it is still at <see cref="Row.ETag"/>.</summary>
    public sealed record Replace(Row Row) : RowChange(Row);

    /// <summary>Removes the row, if it is still at <see cref="Row.ETag"/>; without an ETag, whatever its version. A row that is gone is a conflict.</summary>
    public sealed record Delete(Row Row) : RowChange(Row);
}
