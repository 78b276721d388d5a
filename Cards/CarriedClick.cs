using System.Text.Json;

namespace LeerkringBot.Cards;

/// <summary>A click that goes on after another card came in between: what was pressed, with all that was typed.</summary>
public sealed record CarriedClick(string Verb, JsonElement Data);
