namespace LeerkringBot.Cards.Elements;

/// <param name="Label">Every input has one.</param>
public sealed record NumberInput(string Label) : CardElement
{
    public int? Value { get; init; }

    public int? Min { get; init; }

    public int? Max { get; init; }

    public bool? IsRequired { get; init; }

    /// <summary>Every required input has one.</summary>
    public string? ErrorMessage { get; init; }
}
