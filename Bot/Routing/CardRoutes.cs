using System.Collections.Frozen;
using System.Reflection;
using LeerkringBot.Cards;

namespace LeerkringBot.Bot.Routing;

public static class CardRoutes
{
    /// <summary>Every button that a card declares as a public static field.</summary>
    public static IReadOnlyList<CardAction> Declared { get; } =
    [
        .. typeof(CardAction).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType.IsAssignableTo(typeof(CardAction)))
            .Select(field => (CardAction)field.GetValue(null)!),
    ];

    /// <exception cref="InvalidOperationException">A verb is mapped twice, or stands on a card and is mapped by nobody.</exception>
    public static FrozenDictionary<string, CardRoute> Check(IEnumerable<CardRoute> routes) => Check(routes, Declared);

    /// <exception cref="InvalidOperationException">A verb is mapped twice, or stands on a card and is mapped by nobody.</exception>
    public static FrozenDictionary<string, CardRoute> Check(IEnumerable<CardRoute> routes, IEnumerable<CardAction> declared)
    {
        var mapped = new Dictionary<string, CardRoute>();
        foreach (var route in routes)
            if (!mapped.TryAdd(route.Verb, route)) throw new InvalidOperationException($"The verb '{route.Verb}' is mapped twice.");

        var known = new HashSet<string>();
        foreach (var action in declared)
        {
            if (!known.Add(action.Verb)) throw new InvalidOperationException($"The verb '{action.Verb}' stands on two cards.");
            if (!mapped.ContainsKey(action.Verb)) throw new InvalidOperationException($"The verb '{action.Verb}' stands on a card and is mapped by nobody.");
        }

        return mapped.ToFrozenDictionary();
    }
}
