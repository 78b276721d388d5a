namespace LeerkringBot.Cards.Elements;

/// <summary>Teams only; always with a <see cref="CardElement.Fallback"/>, and its figures stand as text beside it.</summary>
public sealed record HorizontalBarChart(string Title, IReadOnlyList<ChartBar> Data) : CardElement
{
    /// <summary>"AbsoluteWithAxis", "AbsoluteNoAxis" or "PartToWhole".</summary>
    public string DisplayMode { get; init; } = "AbsoluteNoAxis";
}

/// <param name="X">Label.</param>
/// <param name="Y">Length.</param>
public sealed record ChartBar(string X, int Y)
{
    /// <summary>"good", "warning", "attention", "neutral" or a "categorical…" name.</summary>
    public string? Color { get; init; }
}
