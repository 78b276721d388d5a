namespace LeerkringBot.Cards.Elements;

/// <summary>A switch.</summary>
/// <param name="Title">Beside it; what it means when it is on.</param>
public sealed record ToggleInput(string Title) : CardElement
{
    /// <summary>"true" or "false".</summary>
    public string? Value { get; init; }

    public bool? Wrap { get; init; } = true;
}
