namespace LeerkringBot.Cards.Elements;

public sealed record TextBlock(CardText Text) : CardElement
{
    /// <summary>Long lines go on below: a card is read on a phone too.</summary>
    public bool Wrap { get; init; } = true;

    /// <summary>"small", "default", "medium", "large" or "extraLarge".</summary>
    public string? Size { get; init; }

    /// <summary>"lighter", "default" or "bolder".</summary>
    public string? Weight { get; init; }

    /// <summary>"default", "accent", "good", "warning" or "attention".</summary>
    public string? Color { get; init; }

    public bool? IsSubtle { get; init; }

    /// <summary>"heading" for screen readers.</summary>
    public string? Style { get; init; }
}
