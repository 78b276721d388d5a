using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeerkringBot.Cards.Elements;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteButton), "Action.Execute")]
[JsonDerivedType(typeof(SubmitButton), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlButton), "Action.OpenUrl")]
public abstract record CardButton(string Title)
{
    /// <summary>"positive" and "destructive" are ignored by Teams.</summary>
    public string? Style { get; init; }
}

/// <summary>Made by <see cref="CardAction{TData}.Button"/> alone.</summary>
public sealed record ExecuteButton(string Title, string Verb, JsonElement Data) : CardButton(Title)
{
    /// <summary>"none" where the button must work although a required input is empty.</summary>
    public string? AssociatedInputs { get; init; }

    /// <summary>For clients without Action.Execute.</summary>
    public CardButton? Fallback { get; init; }
}

/// <summary>The same button for clients without Action.Execute; its data carries the verb.</summary>
public sealed record SubmitButton(string Title, JsonElement Data) : CardButton(Title)
{
    public string? AssociatedInputs { get; init; }
}

public sealed record OpenUrlButton(string Title, string Url) : CardButton(Title);
