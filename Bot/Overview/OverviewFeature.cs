using LeerkringBot.Bot.Routing;
using LeerkringBot.Bot.Start;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Overview;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Overview;

/// <summary>What every feature has to tell organisers, at one glance; and on their start card what they can type.</summary>
public sealed class OverviewFeature(IEnumerable<IOverviewSection> sections, OrganiserGate gate, IOrganisers organisers) : IFeature, IStartSection
{
    public IEnumerable<ChatCommand> Commands => [new(["overzicht", "overview"], gate.Only(Show))];

    public int Order => 3;

    public async Task<IReadOnlyList<CardElement>> Render(Person who, Texts texts, CancellationToken cancellationToken) =>
        await organisers.Includes(await who.Member, cancellationToken)
            ? [Part.Heading(texts.Rich("Start.Organiser")), new TextBlock(texts.Rich("Start.OrganiserWords"))]
            : [];

    private async Task<Reply> Show(ChatMessage message, CancellationToken cancellationToken)
    {
        var rendered = await Task.WhenAll(sections.OrderBy(section => section.Order).Select(section => section.Render(message.Texts, cancellationToken)));
        return OverviewCard.Render(rendered.SelectMany(elements => elements), message.Texts);
    }
}
