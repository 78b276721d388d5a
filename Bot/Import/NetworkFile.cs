using System.Collections.Immutable;
using System.Globalization;
using System.Net.Mail;
using System.Text.Json;
using LeerkringBot.Bot.Development;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Infrastructure.Networks;

namespace LeerkringBot.Bot.Import;

/// <summary>A network as an organiser writes it down: municipalities, organisers, gatherings, polls. See docs/network-file.md.</summary>
/// <param name="Network">With its municipalities.</param>
/// <param name="Organisers">Entra object ids or e-mail addresses.</param>
/// <param name="Gatherings">Dates already counted from today.</param>
/// <param name="Polls">Thorbecke polls.</param>
/// <param name="People">For the Playground in Development; never stored.</param>
public sealed record NetworkFile(
    Network Network,
    ImmutableArray<OrganiserName> Organisers,
    ImmutableArray<Gathering> Gatherings,
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
            var file = new NetworkFile(
                ReadNetwork(root),
                [.. root.Texts("organisers", 200).Select((name, index) => Organiser(root, name, index))],
                [.. root.Parts("gatherings").Select(part => ReadGathering(part, today))],
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

    private static Network ReadNetwork(FilePart root)
    {
        var name = root.Text("name", 80);
        var mailbox = Email(root, "mailbox");
        var municipalities = ImmutableSortedDictionary.CreateBuilder<string, Municipality>(StringComparer.Ordinal);
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
            part.Done();
        }

        return new(name, mailbox, municipalities.ToImmutable());
    }

    private static Gathering ReadGathering(FilePart part, DateOnly today)
    {
        var id = Id(part, "id");
        var date = Date(part, "date", today);
        var place = part.Part("place");
        var gathering = new Gathering
        {
            Id = new(part.OptionalText("series", 80) is { } series && Valid(part, "series", series) ? series : id, id),
            Title = part.Text("title", 120),
            Kind = part.Text("kind", 60),
            Why = part.Text("why", 4000),
            Date = date,
            Start = part.Time("start"),
            End = part.Time("end"),
            Place = place is null ? new("", "") : new(place.Text("name", 120), place.Text("address", 200)),
            Programme = [.. part.Parts("programme").Select(ReadItem)],
            Audience = [.. part.Texts("audience", 60)],
            Hosts = [.. part.Texts("hosts", 120)],
            RegisterBefore = Date(part, "registerBefore", date),
            Contact = Email(part, "contact"),
            Capacity = part.Number("capacity"),
        };
        place?.Done();
        if (gathering.End <= gathering.Start) part.Mistake("end", "must be after start");
        if (gathering.RegisterBefore > gathering.Date) part.Mistake("registerBefore", "must not be after the date");
        part.Done();
        return gathering;
    }

    private static ProgrammeItem ReadItem(FilePart part)
    {
        var item = new ProgrammeItem(part.Time("start"), part.Time("end"), part.Text("title", 400));
        if (item.End <= item.Start) part.Mistake("end", "must be after start");
        part.Done();
        return item;
    }

    private static Poll ReadPoll(FilePart part, DateOnly today)
    {
        var id = Id(part, "id");
        if (part.Text("template", 40) is not ("" or "thorbecke")) part.Mistake("template", "must be thorbecke");
        var lastDay = Date(part, "lastDay", today);
        part.Done();
        return ThorbeckePoll.Create(new(id), DutchTime.At(lastDay.AddDays(1), TimeOnly.MinValue));
    }

    private static PlaygroundUser ReadPerson(FilePart part)
    {
        var person = new PlaygroundUser(part.Text("id", 36), part.Text("name", 80), Email(part, "email"));
        if (!Guid.TryParse(person.ObjectId, out _)) part.Mistake("id", "must be a GUID");
        part.Done();
        return person;
    }

    // "2027-02-04", or counted from another day: "-6d", or "tuesday +4w" for the first Tuesday at least four weeks later.
    private static DateOnly Date(FilePart part, string name, DateOnly from)
    {
        var text = part.Text(name, 40);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        if (text.EndsWith('d') && int.TryParse(text[..^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days) && days is > -1000 and < 1000) return from.AddDays(days);
        if (text.Split(' ') is [var weekday, ['+', .. var weeks, 'w']]
            && Enum.TryParse<DayOfWeek>(weekday, ignoreCase: true, out var day)
            && int.TryParse(weeks, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count < 100)
        {
            var earliest = from.AddDays(7 * count);
            return earliest.AddDays((day - earliest.DayOfWeek + 7) % 7);
        }

        if (text.Length > 0) part.Mistake(name, "must be a date such as 2027-02-04, or '-6d', or 'tuesday +4w'");
        return from;
    }

    private static string Id(FilePart part, string name)
    {
        var text = part.Text(name, 80);
        return text.Length > 0 && Valid(part, name, text) ? text : "unknown";
    }

    private static bool Valid(FilePart part, string name, string text)
    {
        if (Key.IsValid(text)) return true;
        part.Mistake(name, "must be 1 to 80 letters, digits or '-'");
        return false;
    }

    private static string Email(FilePart part, string name)
    {
        var text = part.Text(name, 200);
        if (text.Length > 0 && !(MailAddress.TryCreate(text, out var address) && address.Address == text)) part.Mistake(name, "must be an e-mail address");
        return text.ToLowerInvariant();
    }

    private static OrganiserName Organiser(FilePart root, string text, int index)
    {
        if (!OrganiserName.TryParse(text, out var name)) root.Mistake($"organisers[{index}]", "must be an Entra object id or an e-mail address");
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
