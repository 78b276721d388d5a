using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards.Overview;

namespace LeerkringBot.Bot.Overview;

/// <summary>What every feature has to tell organisers, at one glance.</summary>
public sealed class OverviewFeature(IEnumerable<IOverviewSection> sections, OrganiserGate organisers) : IFeature
{
    public IEnumerable<ChatCommand> Commands => [new(["overzicht", "overview"], organisers.Only(Show))];

    private async Task<Reply> Show(ChatMessage message, CancellationToken cancellationToken)
    {
        var rendered = await Task.WhenAll(sections.OrderBy(section => section.Order).Select(section => section.Render(message.Texts, cancellationToken)));
        return OverviewCard.Render(rendered.SelectMany(elements => elements), message.Texts);
    }
}
