namespace LeerkringBot.Cards.Elements;

/// <param name="Label">Every input has one.</param>
public sealed record NumberInput(string Label) : CardElement
{
    public int? Value { get; init; }

    public int? Min { get; init; }

    public int? Max { get; init; }

    public string? Placeholder { get; init; }

    /// <summary>Every input with bounds has one.</summary>
    public string? ErrorMessage { get; init; }
}
