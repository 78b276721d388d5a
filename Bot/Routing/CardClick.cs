using System.Text.Json;
using LeerkringBot.Cards;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Routing;

/// <summary>Somebody pressed a button.</summary>
/// <param name="Verb">As the card carried it; may be anything.</param>
/// <param name="Who">From the authenticated activity.</param>
/// <param name="Data">What the card carried and the person typed; untrusted.</param>
/// <param name="Texts">In the person's language.</param>
/// <param name="InChannel">Others see the card that was clicked.</param>
/// <param name="Card">The card that was clicked, in somebody's own chat; null where the channel doesn't tell.</param>
public sealed record CardClick(string Verb, Person Who, JsonElement Data, Texts Texts, bool InChannel, PostedCard? Card = null);

/// <summary>A click whose data has the shape of its button.</summary>
/// <param name="Raw">The click as it came, for a card that comes in between and goes on afterwards.</param>
public sealed record CardClick<TData>(CardClick Raw, TData Data)
{
    public Person Who => Raw.Who;

    public Texts Texts => Raw.Texts;
}
