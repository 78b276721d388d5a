using System.Runtime.CompilerServices;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>Who answered what, by name: municipalities; people only where the reader may know them.</summary>
internal static class PollNames
{
    private static readonly ConditionalWeakTable<Network, Municipality[]> InOrder = [];

    /// <summary>On a card that is about more than names.</summary>
    public const int Few = 12;

    /// <summary>Whether the reader may know who answered what.</summary>
    public static bool AreKnown(PollView view) => !view.Poll.IsAnonymous && (view.Poll.Per == VoterKind.Municipality || view.Names is not null);

    /// <returns>Null where there are none to tell.</returns>
    public static string? Of(PollView view, PollOption option, Vote vote, Texts texts, int most = Few) =>
        !AreKnown(view) ? null
        : First(view, option, vote, most, texts) ?? List([.. view.Tally.Who(option.Key, vote).Select(voter => Name(view, voter, texts))], most, texts);

    // Every click shows it: of hundreds of answers only the few that are shown are looked for.
    private static string? First(PollView view, PollOption option, Vote vote, int most, Texts texts)
    {
        var all = view.Tally.Count(option.Key, vote);
        if (view.Poll.Per != VoterKind.Municipality || all <= most) return null;
        var names = InOrder.GetValue(view.Network, network => [.. network.Municipalities.Values.OrderBy(one => one.Name, StringComparer.Create(Texts.Dutch.Culture, ignoreCase: true))])
            .Where(one => view.Tally.Of(one.Code)?.Choice?.Has(option.Key, vote) == true)
            .Take(most)
            .Select(one => one.Name)
            .ToList();
        // Who left the network since is not in its list.
        return names.Count < most ? null : texts.Plain("Poll.AndMore", string.Join(", ", names), all - most);
    }

    /// <summary>In alphabetical order: "Lochem, Waalwijk", "Lochem, Waalwijk en nog 3".</summary>
    /// <returns>Null where there are none.</returns>
    public static string? List(IReadOnlyList<string> names, int most, Texts texts)
    {
        var sorted = names.Order(StringComparer.Create(texts.Culture, ignoreCase: true));
        return names.Count == 0 ? null
            : names.Count <= most ? string.Join(", ", sorted)
            : texts.Plain("Poll.AndMore", string.Join(", ", sorted.Take(most)), names.Count - most);
    }

    private static string Name(PollView view, Voter voter, Texts texts) =>
        voter.Municipality is { } code ? view.Network.NameOf(new Affiliation.OfMunicipality(code)) : view.Names?.GetValueOrDefault(voter.Person!.Value) ?? texts["Export.Unknown"];
}
