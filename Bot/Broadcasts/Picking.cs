using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>Persons, municipalities and roles that can be picked, found by words.</summary>
public sealed class Picking(IMembers members, INetwork network)
{
    /// <param name="audience">Of which kind, and what is chosen so far.</param>
    /// <param name="words">Parts of names; commas part what is looked for at once. Empty finds everything.</param>
    /// <param name="from">How many of those found to pass over.</param>
    /// <param name="texts">In the organiser's language.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<PickCard.View> View(Audience audience, string words, int from, Texts texts, CancellationToken cancellationToken)
    {
        var (all, found) = await Find(audience.Kind, words, texts, cancellationToken);
        if (from < 0 || from >= found.Count) from = 0;
        var chosen = Ids(audience.Subject);
        return new(audience.Kind, [.. found.Skip(from).Take(PickCard.PerPage)], from, found.Count, [.. all.Where(choice => chosen.Contains(choice.Value))]);
    }

    /// <returns>The ids of all that are found by these words.</returns>
    public async Task<IEnumerable<string>> All(string kind, string words, Texts texts, CancellationToken cancellationToken) =>
        (await Find(kind, words, texts, cancellationToken)).Found.Select(choice => choice.Value);

    /// <summary>The same choice is always the same text, in whatever order it was made.</summary>
    public static string Subject(IEnumerable<string> ids) => string.Join(' ', ids.Distinct().Order(StringComparer.Ordinal));

    public static HashSet<string> Ids(string subject) => [.. subject.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private async Task<(IReadOnlyList<Choice> All, IReadOnlyList<Choice> Found)> Find(string kind, string words, Texts texts, CancellationToken cancellationToken)
    {
        var all = await Candidates(kind, texts, cancellationToken);
        var wanted = words.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var found = wanted.Count == 0 ? all : all.Where(one => wanted.Any(part => part.All(one.Words.ContainsLoosely)));
        return ([.. all.Select(one => one.Choice)], [.. found.Select(one => one.Choice)]);
    }

    private async Task<IReadOnlyList<(Choice Choice, string Words)>> Candidates(string kind, Texts texts, CancellationToken cancellationToken)
    {
        if (kind == RoleAudience.Name) return [.. RoleAudience.All.Select(role => (new Choice(NameOf(role, texts), role), ""))];
        var known = await network.Current(cancellationToken);
        var order = StringComparer.Create(texts.Culture, ignoreCase: true);
        if (kind == MunicipalitiesAudience.Name)
            return [.. known.Municipalities.Values.OrderBy(one => one.Name, order).Select(one => (new Choice(one.Name, one.Code.ToString()), one.Name))];
        return
        [
            .. from member in await members.All(cancellationToken)
               where !member.IsLeaving
               let affiliation = member.Affiliation is { } of ? known.NameOf(of) : null
               orderby member.Name, member.Id.ToString()
               select (new Choice(affiliation is null ? member.Name : $"{member.Name} ({affiliation})", member.Id.ToString()), $"{member.Name} {affiliation} {member.Email}"),
        ];
    }

    private static string NameOf(string role, Texts texts) => Enum.TryParse<Role>(role, out var one) ? Capital(texts.Roles([one]), texts) : texts[$"Pick.{role}"];

    private static string Capital(string text, Texts texts) => text.Length == 0 ? text : char.ToUpper(text[0], texts.Culture) + text[1..];
}
