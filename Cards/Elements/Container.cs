namespace LeerkringBot.Cards.Elements;

public sealed record Container(IReadOnlyList<CardElement> Items) : CardElement
{
    /// <summary>"default", "emphasis", "good", "attention", "warning" or "accent".</summary>
    public string? Style { get; init; }
}
