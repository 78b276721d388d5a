namespace LeerkringBot.Cards.Elements;

/// <param name="Label">Every input has one.</param>
public sealed record DateInput(string Label) : CardElement
{
    /// <summary>yyyy-MM-dd, as are the bounds.</summary>
    public string? Value { get; init; }

    public string? Min { get; init; }

    public string? Max { get; init; }

    public bool? IsRequired { get; init; }

    /// <summary>Every required input has one.</summary>
    public string? ErrorMessage { get; init; }
}
