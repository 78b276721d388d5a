namespace LeerkringBot.Cards.Elements;

/// <summary>At most three columns: more can't be read on a phone.</summary>
public sealed record ColumnSet(IReadOnlyList<Column> Columns) : CardElement;

/// <param name="Items">From top to bottom.</param>
/// <param name="Width">"auto" or "stretch".</param>
public sealed record Column(IReadOnlyList<CardElement> Items, string Width = "stretch")
{
    /// <summary>"top", "center" or "bottom".</summary>
    public string? VerticalContentAlignment { get; init; }
}
