using System.Text.Json;
using LeerkringBot.Cards;

namespace LeerkringBot.EndToEnd;

/// <summary>The official JavaScript renderer (npm's adaptivecards).</summary>
internal static class CardRenderer
{
    /// <returns>Per card what the renderer complained of; charts are replaced by their fallback first.</returns>
    public static Task<IReadOnlyList<IReadOnlyList<string>>> Complaints(IEnumerable<AdaptiveCard> cards, CancellationToken cancellationToken) =>
        Complaints(cards.Select(card => JsonSerializer.Serialize(card, CardJson.Default.AdaptiveCard)), cancellationToken);

    /// <inheritdoc cref="Complaints(IEnumerable{AdaptiveCard}, CancellationToken)"/>
    public static Task<IReadOnlyList<IReadOnlyList<string>>> Complaints(IEnumerable<string> cards, CancellationToken cancellationToken) =>
        Node.Run<IReadOnlyList<IReadOnlyList<string>>>("render-cards.mjs", $"[{string.Join(',', cards)}]", [], cancellationToken);
}
