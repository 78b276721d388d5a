using System.Collections.Immutable;

namespace LeerkringBot.Domain.Polls;

/// <summary>"Doet uw gemeente mee met een Thorbecke-experiment?", the question of the kick-off's report.</summary>
public static class ThorbeckePoll
{
    public const string Joins = "doet-mee";
    public const string Considers = "denkt-erover-na";
    public const string Declines = "doet-niet-mee";

    public static ImmutableArray<PollDetail> Details { get; } =
        [PollDetail.ExperimentKind, PollDetail.Description, PollDetail.Contact, PollDetail.Support, PollDetail.Explanation];

    public static Poll Create(PollId id, DateTimeOffset closesAt) => new()
    {
        Id = id,
        Template = PollTemplate.Thorbecke,
        Question = "Doet uw gemeente mee met een Thorbecke-experiment?",
        Explanation =
            "De VNG zoekt gemeenten voor de toekomstverkenning maatwerkdemocratie. Het gaat om democratische vernieuwing, en ook om bestuurlijke vernieuwing, "
            + "governance, taakdifferentiatie en regiovorming.",
        Options = [new(Joins, "Doet mee"), new(Considers, "Denkt erover na"), new(Declines, "Doet niet mee")],
        Details = Details,
        ClosesAt = closesAt,
    };
}
