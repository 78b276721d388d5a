using System.Collections.Immutable;
using System.Text.Json;
using LeerkringBot.Bot.Development;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Infrastructure.Networks;

namespace LeerkringBot.Bot.Import;

/// <summary>A network as an organiser writes it down: municipalities, organisers, gatherings, polls. See docs/network-file.md.</summary>
/// <param name="Network">With its municipalities.</param>
/// <param name="Organisers">Entra object ids or e-mail addresses.</param>
/// <param name="Contacts">Of every municipality its contact officers, by code.</param>
/// <param name="Gatherings">Dates already counted from today.</param>
/// <param name="Counted">Those whose date counts from today: once stored, their date stays.</param>
/// <param name="Polls">Thorbecke polls.</param>
/// <param name="People">For the Playground in Development; never stored.</param>
public sealed record NetworkFile(
    Network Network,
    ImmutableArray<PersonName> Organisers,
    ImmutableSortedDictionary<string, ImmutableArray<PersonName>> Contacts,
    ImmutableArray<Gathering> Gatherings,
    ImmutableHashSet<GatheringId> Counted,
    ImmutableArray<Poll> Polls,
    ImmutableArray<PlaygroundUser> People)
{
    /// <summary>Reads the whole file or nothing.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="today">What relative dates count from.</param>
    /// <exception cref="NetworkFileException">Names every mistake by its path.</exception>
    public static NetworkFile Read(string json, DateOnly today)
    {
        var mistakes = new List<string>();
        try
        {
            using var document = JsonDocument.Parse(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var root = new FilePart(document.RootElement, "", mistakes);
            if (!root.IsObject) throw new NetworkFileException(["The file must be a JSON object."]);
            var gatherings = root.Parts("gatherings").Select(part => (Gathering: GatheringPart.Read(part, today), IsCounted: part.IsCounted("date"))).ToList();
            var (network, contacts) = ReadNetwork(root);
            var file = new NetworkFile(
                network,
                [.. root.Texts("organisers", 200).Select((name, index) => Named(root, $"organisers[{index}]", name))],
                contacts,
                [.. gatherings.Select(one => one.Gathering)],
                [.. gatherings.Where(one => one.IsCounted).Select(one => one.Gathering.Id)],
                [.. root.Parts("polls").Select(part => ReadPoll(part, today))],
                [.. root.Parts("people").Select(ReadPerson)]);
            Unique(root, "municipalities", file.Network.Municipalities.Count, root.Parts("municipalities").Count());
            Twice(root, "gatherings", file.Gatherings.Select(gathering => gathering.Id.ToString()));
            Twice(root, "polls", file.Polls.Select(poll => poll.Id.ToString()));
            root.Done();
            return mistakes.Count == 0 ? file : throw new NetworkFileException(mistakes);
        }
        catch (JsonException fault)
        {
            throw new NetworkFileException([$"Line {fault.LineNumber + 1}: this is not JSON."]);
        }
    }

    private static (Network Network, ImmutableSortedDictionary<string, ImmutableArray<PersonName>> Contacts) ReadNetwork(FilePart root)
    {
        var name = root.Text("name", 80);
        var mailbox = root.Email("mailbox");
        var municipalities = ImmutableSortedDictionary.CreateBuilder<string, Municipality>(StringComparer.Ordinal);
        var contacts = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<PersonName>>(StringComparer.Ordinal);
        foreach (var part in root.Parts("municipalities"))
        {
            var text = part.Text("code", 6);
            if (!MunicipalityCode.TryParse(text, out var code))
            {
                part.Mistake("code", "must be a CBS code such as GM0867");
                code = MunicipalityCode.Parse("GM0000");
            }

            var domains = part.Texts("emailDomains", 100).Select(domain => domain.ToLowerInvariant()).ToImmutableArray();
            foreach (var wrong in domains.Where(domain => domain.IndexOfAny(['@', ' ', '/']) >= 0 || !domain.Contains('.', StringComparison.Ordinal)))
                part.Mistake("emailDomains", $"'{wrong}' is not a domain such as waalwijk.nl");
            municipalities[code.ToString()] = new(code, part.Text("name", 80), domains);
            contacts[code.ToString()] = [.. part.Texts("contacts", 200).Select((contact, index) => Named(part, $"contacts[{index}]", contact))];
            part.Done();
        }

        return (new(name, mailbox, municipalities.ToImmutable()), contacts.ToImmutable());
    }

    private static Poll ReadPoll(FilePart part, DateOnly today)
    {
        var id = part.Id("id");
        if (part.Text("template", 40) is not ("" or "thorbecke")) part.Mistake("template", "must be thorbecke");
        var lastDay = part.Date("lastDay", today);
        part.Done();
        return ThorbeckePoll.Create(new(id), DutchTime.At(lastDay.AddDays(1), TimeOnly.MinValue));
    }

    private static PlaygroundUser ReadPerson(FilePart part)
    {
        var person = new PlaygroundUser(part.Text("id", 36), part.Text("name", 80), part.Email("email"));
        if (!Guid.TryParse(person.ObjectId, out _)) part.Mistake("id", "must be a GUID");
        part.Done();
        return person;
    }

    private static PersonName Named(FilePart part, string place, string text)
    {
        if (!PersonName.TryParse(text, out var name)) part.Mistake(place, "must be an Entra object id or an e-mail address");
        return name;
    }

    private static void Unique(FilePart root, string name, int different, int all)
    {
        if (different != all) root.Mistake(name, "two municipalities have the same code");
    }

    private static void Twice(FilePart root, string name, IEnumerable<string> ids)
    {
        foreach (var id in ids.GroupBy(id => id).Where(group => group.Count() > 1)) root.Mistake(name, $"the id {id.Key} stands there twice");
    }
}
