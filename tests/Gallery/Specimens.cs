using System.Collections.Immutable;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Gallery;

/// <summary>What the cards of the gallery are about.</summary>
/// <param name="typed">Applied to all that people made.</param>
public sealed class Specimens(Func<string, string> typed)
{
    public static DateTimeOffset Now { get; } = new(2027, 1, 11, 9, 0, 0, TimeSpan.Zero);

    public Func<string, string> Typed => typed;

    public Gathering Gathering => new()
    {
        Id = new("kick-off", "kick-off"),
        Title = typed("Kick-off Democratische vernieuwing"),
        Kind = typed("werksessie"),
        Why = $"{typed("De samenleving verandert en de gemeente verandert mee.")}\n\n{typed("Neem uw collega mee en doe mee!")}",
        Date = new(2027, 2, 2),
        Start = new(13, 30),
        End = new(16, 30),
        Place = new(typed("Stadhuis Waalwijk"), typed("Taxandriaweg 6, Waalwijk")),
        Programme =
        [
            new(new(13, 30), new(14, 0), typed("Welkom en kennismaking")),
            new(new(14, 0), new(16, 30), typed("Elke gemeente pitcht hoe zij eraan werkt en wat zij wil leren")),
        ],
        Audience = [typed("betrokken ambtenaren van de M50-gemeenten"), typed("griffiers")],
        Hosts = [typed("VNG"), typed("ministerie van BZK")],
        RegisterBefore = new(2027, 1, 27),
        Contact = "secretariaat@m50.example",
    };

    /// <summary>With all that a gathering can ask.</summary>
    public Gathering Tracks => Gathering with
    {
        Id = new("opstart", "opstart"),
        Title = typed("Opstartsessie Ontwikkeltrajecten"),
        NeedsApproval = true,
        AsksWishes = true,
        Rounds =
        [
            new("ochtend", new(10, 0), new(12, 30), [new("maatschappelijk", typed("Faciliteren van lokaal maatschappelijk initiatief"), 20), new("kernen", typed("Kernendemocratie"), 2)]),
            new("middag", new(13, 30), new(16, 0), [new("begroten", typed("Democratisch begroten"), 2), new("veranderen", typed("Veranderprocessen"), null)]),
        ],
        Questions =
        [
            new("plan", typed("Heeft uw gemeente een concreet project of plan?"), QuestionKind.YesNo, true, []),
            new("omschrijving", typed("Omschrijf het project of plan"), QuestionKind.Text, true, [], new("plan", Question.Yes)),
            new("deelnemers", typed("Met hoeveel mensen werkt u eraan?"), QuestionKind.Number, false, []),
            new("rol", typed("Wie trekt het?"), QuestionKind.Choice, false, [typed("de griffie"), typed("het college")]),
        ],
    };

    public Network Network => new(
        typed("M50 leerkring Democratische vernieuwing"),
        "secretariaat@m50.example",
        new[]
        {
            Municipality("GM0867", "Waalwijk", "waalwijk.example"),
            Municipality("GM1948", "Meierijstad", "meierijstad.example"),
            Municipality("GM0262", "Lochem", "achterhoek.example"),
            Municipality("GM0777", "Etten-Leur", "achterhoek.example"),
        }.ToImmutableSortedDictionary(one => one.Code.ToString(), one => one));

    public Poll Poll => new()
    {
        Id = new("thorbecke"),
        Question = typed("Doet uw gemeente mee met een Thorbecke-experiment?"),
        Explanation = typed("De VNG zoekt gemeenten voor de toekomstverkenning maatwerkdemocratie."),
        Options = [new(ThorbeckePoll.Joins, typed("Doet mee")), new(ThorbeckePoll.Considers, typed("Denkt erover na")), new(ThorbeckePoll.Declines, typed("Doet niet mee"))],
        ClosesAt = DutchTime.At(new(2027, 2, 1), TimeOnly.MinValue),
    };

    /// <summary>A question of an organiser's own.</summary>
    public Poll FreePoll => new()
    {
        Id = new("vrij"),
        Question = typed("Waarover wilt u in december verder leren?"),
        Explanation = typed("Voor de volgende werksessie kiezen wij twee thema's."),
        Links = [new(typed("Inspiratiebundel"), "https://vng.example/bundel")],
        Options = [new("begroten", typed("Democratisch begroten")), new("kernen", typed("Kernendemocratie")), new("loting", typed("Burgerberaad met loting"))],
        ClosesAt = DutchTime.At(new(2027, 2, 1), new(17, 0)),
    };

    public Poll HostPoll => new()
    {
        Id = new("gast"),
        Template = PollTemplate.Host,
        Question = typed(Domain.Polls.HostPoll.Question),
        Explanation = typed("Wij zoeken een zaal voor 40 mensen, met koffie."),
        Options = Domain.Polls.HostPoll.Options,
        Details = Domain.Polls.HostPoll.Details,
        Gathering = Gathering.Id,
        ClosesAt = DutchTime.At(new(2027, 1, 20), TimeOnly.MinValue),
    };

    /// <summary>With as many dates as there may be.</summary>
    public Poll DatesPoll => new()
    {
        Id = new("datums"),
        Template = PollTemplate.Dates,
        Question = typed("Wanneer houden wij de voorjaarssessie?"),
        Explanation = "",
        Options = [.. Enumerable.Range(1, 10).Select(day => new PollMoment(new(2027, 3, 3 * day), new(13, 30), new(16, 30))).Select((moment, index) => new PollOption($"d{index}", moment.ToString()) { Moment = moment })],
        Form = PollForm.YesIfNeedBeNo,
        ClosesAt = DutchTime.At(new(2027, 1, 20), TimeOnly.MinValue),
    };

    public static MunicipalityCode Waalwijk { get; } = MunicipalityCode.Parse("GM0867");

    public static MunicipalityCode Meierijstad { get; } = MunicipalityCode.Parse("GM1948");

    public IReadOnlyList<Channel> Channels => [new(new("c1"), "team", typed("Leerkring"), typed("Bijeenkomsten")), new(new("c2"), "team", typed("Leerkring"), "Algemeen")];

    public Member Member(string name, string? email = null, Affiliation? affiliation = null) =>
        new(new(name.Split(' ')[0]), typed(name), email, Language.Dutch, affiliation, Now);

    private Municipality Municipality(string code, string name, string domain) => new(MunicipalityCode.Parse(code), typed(name), [domain]);
}
