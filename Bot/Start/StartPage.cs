using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Start;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Start;

/// <summary>The start card: what every feature has to show this person. Also the answer to all that is not understood.</summary>
public sealed class StartPage(IEnumerable<IStartSection> sections, INetwork network)
{
    private readonly IReadOnlyList<IStartSection> ordered = [.. sections.OrderBy(section => section.Order)];

    /// <param name="who">Who sees it.</param>
    /// <param name="texts">In the person's language.</param>
    /// <param name="notice">A line above the rest, or null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<AdaptiveCard> Render(Person who, Texts texts, string? notice, CancellationToken cancellationToken)
    {
        var rendered = await Task.WhenAll(ordered.Select(section => section.Render(who, texts, cancellationToken)));
        var body = rendered.SelectMany(elements => elements).ToList();
        return StartCard.Render(await network.Current(cancellationToken), await who.Member, body, notice, texts);
    }
}
