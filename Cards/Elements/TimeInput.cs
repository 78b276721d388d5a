namespace LeerkringBot.Cards.Elements;

/// <param name="Label">Every input has one.</param>
public sealed record TimeInput(string Label) : CardElement
{
    /// <summary>HH:mm.</summary>
    public string? Value { get; init; }

    public bool? IsRequired { get; init; }

    /// <summary>Every required input has one.</summary>
    public string? ErrorMessage { get; init; }
}
