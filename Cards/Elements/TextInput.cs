namespace LeerkringBot.Cards.Elements;

/// <param name="Label">Every input has one.</param>
public sealed record TextInput(string Label) : CardElement
{
    public string? Value { get; init; }

    public string? Placeholder { get; init; }

    /// <summary>Several lines.</summary>
    public bool? IsMultiline { get; init; }

    /// <summary>"email" gives a phone the right keyboard.</summary>
    public string? Style { get; init; }

    public int? MaxLength { get; init; }

    public bool? IsRequired { get; init; }

    /// <summary>Every required input has one.</summary>
    public string? ErrorMessage { get; init; }
}
