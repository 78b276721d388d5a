using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Routing;

/// <summary>Choices for an input that is typed in.</summary>
public interface ISearch
{
    /// <summary>As the input's <see cref="DataQuery"/> names it.</summary>
    string Dataset { get; }

    /// <returns>At most 15: Teams shows no more.</returns>
    Task<IReadOnlyList<Choice>> Find(Person who, string typed, CancellationToken cancellationToken);
}
