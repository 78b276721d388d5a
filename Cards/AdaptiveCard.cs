using System.Text.Json.Serialization;
using LeerkringBot.Cards.Elements;

namespace LeerkringBot.Cards;

/// <summary>A card as Teams takes it, schema 1.5; at most 80 KB.</summary>
/// <param name="Body">From top to bottom. Buttons stand in an <see cref="ActionSet"/>, so that their fallback works.</param>
/// <param name="Summary">One line for notifications and lists; no personal data.</param>
public sealed record AdaptiveCard(IReadOnlyList<CardElement> Body, [property: JsonIgnore] string Summary)
{
    public string Type { get; } = "AdaptiveCard";

    [JsonPropertyName("$schema")]
    public string Schema { get; } = "https://adaptivecards.io/schemas/adaptive-card.json";

    public string Version { get; } = "1.5";

    /// <summary>"nl" or "en".</summary>
    public required string Lang { get; init; }
}
