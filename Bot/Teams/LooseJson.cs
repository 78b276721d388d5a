using System.Text.Json;

namespace LeerkringBot.Bot.Teams;

/// <summary>Reads JSON that may have any shape.</summary>
internal static class LooseJson
{
    public static JsonElement EmptyObject { get; } = JsonDocument.Parse("{}").RootElement.Clone();

    /// <returns>An undefined element where there is no such member.</returns>
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    /// <returns>Null where there is no such member or it is no text.</returns>
    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } member ? member.GetString() : null;
}
