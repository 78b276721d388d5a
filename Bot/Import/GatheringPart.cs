using System.Collections.Immutable;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;

namespace LeerkringBot.Bot.Import;

/// <summary>Reads a gathering of the network file.</summary>
internal static class GatheringPart
{
    private static readonly ImmutableDictionary<string, Role> Roles = ImmutableDictionary.CreateRange(StringComparer.OrdinalIgnoreCase, new Dictionary<string, Role>
    {
        ["ambtenaar"] = Role.CivilServant,
        ["griffier"] = Role.Clerk,
        ["gemeentesecretaris"] = Role.MunicipalSecretary,
        ["burgemeester"] = Role.Mayor,
        ["wethouder"] = Role.Alderman,
        ["raadslid"] = Role.Councillor,
    });

    private static readonly ImmutableDictionary<string, QuestionKind> Kinds = ImmutableDictionary.CreateRange(new Dictionary<string, QuestionKind>
    {
        ["text"] = QuestionKind.Text,
        ["choice"] = QuestionKind.Choice,
        ["yesNo"] = QuestionKind.YesNo,
        ["number"] = QuestionKind.Number,
    });

    public static Gathering Read(FilePart part, DateOnly today)
    {
        var id = part.Id("id");
        var date = part.Date("date", today);
        var place = part.Part("place");
        var gathering = new Gathering
        {
            Id = new(part.OptionalText("series", 80) is { } series && part.IsKey("series", series) ? series : id, id),
            Title = part.Text("title", GatheringLimits.Title),
            Kind = part.Text("kind", GatheringLimits.Kind),
            Why = part.Text("why", GatheringLimits.Why),
            Date = date,
            Start = part.Time("start"),
            End = part.Time("end"),
            Place = place is null ? new("", "") : new(place.Text("name", GatheringLimits.PlaceName), place.Text("address", GatheringLimits.Address)),
            Programme = [.. part.Parts("programme").Select(ReadItem)],
            Audience = [.. part.Texts("audience", GatheringLimits.Audience)],
            Roles = [.. part.Texts("roles", 40).Select((role, index) => ReadRole(part, role, index)).Distinct().Order()],
            Hosts = [.. part.Texts("hosts", GatheringLimits.Host)],
            RegisterBefore = part.Date("registerBefore", date),
            Contact = part.Email("contact"),
            Capacity = part.Number("capacity"),
            NeedsApproval = part.Flag("approval"),
            Rounds = [.. part.Parts("rounds").Select(ReadRound)],
            Questions = [.. part.Parts("questions").Select(ReadQuestion)],
            AsksWishes = part.Flag("asksWishes"),
            Cancellation = part.OptionalText("cancelled", GatheringLimits.Cancellation),
        };
        place?.Done();
        foreach (var mistake in GatheringRules.Mistakes(gathering)) part.Mistake(GatheringPath.Of(mistake), GatheringPath.Told(mistake));
        part.Done();
        return gathering;
    }

    private static ProgrammeItem ReadItem(FilePart part)
    {
        var item = new ProgrammeItem(part.Time("start"), part.Time("end"), part.Text("title", GatheringLimits.ItemTitle), part.OptionalText("room", GatheringLimits.Room));
        part.Done();
        return item;
    }

    private static Round ReadRound(FilePart part, int index)
    {
        var round = new Round(part.OptionalId("id", $"round-{index + 1}"), part.Time("start"), part.Time("end"), [.. part.Parts("tracks").Select(ReadTrack)]);
        part.Done();
        return round;
    }

    private static Track ReadTrack(FilePart part)
    {
        var title = part.Text("title", GatheringLimits.TrackTitle);
        var track = new Track(part.OptionalId("id", Slug.Of(title, "track")), title, part.Number("capacity"));
        part.Done();
        return track;
    }

    private static Question ReadQuestion(FilePart part)
    {
        var kind = part.Text("kind", 10);
        if (kind.Length > 0 && !Kinds.ContainsKey(kind)) part.Mistake("kind", "must be text, choice, yesNo or number");
        var question = new Question(
            part.Id("id"),
            part.Text("text", GatheringLimits.Question),
            Kinds.GetValueOrDefault(kind),
            part.Flag("required"),
            [.. part.Texts("choices", GatheringLimits.Choice)],
            part.OptionalPart("when") is { } condition ? ReadCondition(condition) : null);
        part.Done();
        return question;
    }

    private static QuestionCondition ReadCondition(FilePart part)
    {
        var condition = new QuestionCondition(part.Text("question", 80), part.Text("answer", GatheringLimits.Choice));
        part.Done();
        return condition;
    }

    private static Role ReadRole(FilePart part, string text, int index)
    {
        if (!Roles.TryGetValue(text, out var role)) part.Mistake($"roles[{index}]", $"must be one of {string.Join(", ", Roles.Keys.Order())}");
        return role;
    }
}
