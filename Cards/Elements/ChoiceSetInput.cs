using System.Text.Json.Serialization;

namespace LeerkringBot.Cards.Elements;

/// <param name="Label">Every input has one.</param>
/// <param name="Choices">What can be chosen.</param>
public sealed record ChoiceSetInput(string Label, IReadOnlyList<Choice> Choices) : CardElement
{
    public string? Value { get; init; }

    /// <summary>"compact", "expanded", or "filtered": a list that one can type in.</summary>
    public string? Style { get; init; }

    /// <summary>Several at once; the value is a list with commas.</summary>
    public bool? IsMultiSelect { get; init; }

    public bool? Wrap { get; init; }

    public string? Placeholder { get; init; }

    public bool? IsRequired { get; init; }

    /// <summary>Every required input has one.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Further choices, fetched while the person types (invoke "application/search").</summary>
    [JsonPropertyName("choices.data")]
    public DataQuery? Search { get; init; }
}

/// <param name="Title">Shown as it is.</param>
/// <param name="Value">What the button gets.</param>
public sealed record Choice(string Title, string Value);

/// <param name="Dataset">Names the <c>Search</c> that answers.</param>
public sealed record DataQuery(string Dataset)
{
    public string Type { get; } = "Data.Query";
}
