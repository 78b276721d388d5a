using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;

namespace LeerkringBot.Bot.Overview;

/// <summary>What a feature shows on the overview of everything.</summary>
public interface IOverviewSection
{
    /// <summary>Lower comes first.</summary>
    int Order { get; }

    Task<IEnumerable<CardElement>> Render(Texts texts, CancellationToken cancellationToken);
}
