using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using LeerkringBot.Cards.Elements;

namespace LeerkringBot.Cards;

/// <summary>The contract of a button: its verb and what it carries. Declared once, beside its card; the card makes the button from it and a feature routes it.</summary>
/// <remarks>A verb sets a state, it never toggles; once shipped it keeps its meaning and never disappears: cards live for years.</remarks>
public abstract class CardAction(string verb)
{
    /// <summary>For example "registration.come".</summary>
    public string Verb { get; } = verb;

    /// <summary>What a Submit button carries: it has no verb of its own.</summary>
    internal static JsonElement WithVerb(CarriedClick click)
    {
        var fields = click.Data.ValueKind == JsonValueKind.Object ? JsonObject.Create(click.Data)! : [];
        fields["verb"] = click.Verb;
        return JsonSerializer.SerializeToElement(fields, CardJson.Default.JsonObject);
    }
}

/// <typeparam name="TData">A record listed in <see cref="CardJson"/>. What comes back is untrusted: ids are looked up, rights are checked. An input's id is the name of its property in camel case.</typeparam>
public sealed class CardAction<TData>(string verb) : CardAction(verb)
{
    private static readonly JsonTypeInfo<TData> TypeInfo =
        CardJson.Default.GetTypeInfo(typeof(TData)) as JsonTypeInfo<TData>
        ?? throw new InvalidOperationException($"{typeof(TData)} is not listed in CardJson.");

    /// <param name="title">What stands on the button.</param>
    /// <param name="data">What it carries.</param>
    /// <param name="withInputs">False for a button that must work although the card's required inputs are empty.</param>
    public ExecuteButton Button(string title, TData data, bool withInputs = true)
    {
        var carried = JsonSerializer.SerializeToElement(data, TypeInfo);
        var inputs = withInputs ? null : "none";
        return new(title, Verb, carried)
        {
            AssociatedInputs = inputs,
            Fallback = new SubmitButton(title, WithVerb(new(Verb, carried))) { AssociatedInputs = inputs },
        };
    }

    /// <returns>False when the data is not of this button's shape.</returns>
    public bool TryRead(JsonElement data, out TData read)
    {
        read = default!;
        try
        {
            if (data.ValueKind != JsonValueKind.Object || data.Deserialize(TypeInfo) is not { } value) return false;
            read = value;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The data as a button carries it, for a click that goes on after another card came between.</summary>
    public JsonElement Carry(TData data) => JsonSerializer.SerializeToElement(data, TypeInfo);
}
