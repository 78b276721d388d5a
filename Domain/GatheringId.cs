namespace LeerkringBot.Domain;

/// <summary>Names a gathering within its series (a single gathering is a series of one). As text: "series.gathering".</summary>
public readonly record struct GatheringId
{
    private readonly string? series;
    private readonly string? item;

    /// <exception cref="FormatException">A part is not a valid <see cref="Key"/>.</exception>
    public GatheringId(string series, string item)
    {
        this.series = Key.Require(series);
        this.item = Key.Require(item);
    }

    public string Series => series ?? throw new InvalidOperationException("An empty gathering id.");

    /// <summary>The part after the series; unique within it.</summary>
    public string Item => item ?? throw new InvalidOperationException("An empty gathering id.");

    /// <exception cref="FormatException">The text is not "series.gathering".</exception>
    public static GatheringId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a gathering id.");

    public static bool TryParse(string? text, out GatheringId id)
    {
        id = default;
        if (text?.Split('.') is not [var series, var item] || !Key.IsValid(series) || !Key.IsValid(item)) return false;
        id = new GatheringId(series, item);
        return true;
    }

    public override string ToString() => $"{Series}.{Item}";
}
