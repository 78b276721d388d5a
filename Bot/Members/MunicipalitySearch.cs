using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Members;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Members;

/// <summary>The network's municipalities while somebody types a name; accents and capitals don't matter.</summary>
public sealed class MunicipalitySearch(INetwork network) : ISearch
{
    private const int Most = 15;

    public string Dataset => AffiliationCard.Dataset;

    public async Task<IReadOnlyList<Choice>> Find(Person who, string typed, CancellationToken cancellationToken) =>
    [
        .. (await network.Current(cancellationToken)).Municipalities.Values
            .Where(one => one.Name.ContainsLoosely(typed.Trim()))
            .OrderBy(one => one.Name, StringComparer.InvariantCultureIgnoreCase)
            .Take(Most)
            .Select(one => new Choice(one.Name, one.Code.ToString())),
    ];
}
