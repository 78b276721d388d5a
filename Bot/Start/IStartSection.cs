using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Start;

/// <summary>What a feature shows on the start card.</summary>
public interface IStartSection
{
    /// <summary>Lower comes first.</summary>
    int Order { get; }

    Task<IReadOnlyList<CardElement>> Render(Person who, Texts texts, CancellationToken cancellationToken);
}
