using System.Text.Json.Serialization;

namespace LeerkringBot.Cards.Elements;

/// <summary>An element of an Adaptive Card, schema 1.5. Property names are the schema's.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(DateInput), "Input.Date")]
[JsonDerivedType(typeof(TimeInput), "Input.Time")]
[JsonDerivedType(typeof(NumberInput), "Input.Number")]
[JsonDerivedType(typeof(ToggleInput), "Input.Toggle")]
[JsonDerivedType(typeof(ChoiceSetInput), "Input.ChoiceSet")]
[JsonDerivedType(typeof(HorizontalBarChart), "Chart.HorizontalBar")]
public abstract record CardElement
{
    public string? Id { get; init; }

    /// <summary>"none", "small", "default", "medium", "large", "extraLarge" or "padding".</summary>
    public string? Spacing { get; init; }

    public bool? Separator { get; init; }

    /// <summary>Shown where the client doesn't know this element.</summary>
    public CardElement? Fallback { get; init; }
}
