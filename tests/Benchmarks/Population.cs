using System.Globalization;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Benchmarks;

/// <summary>Who clicks on what: every municipality of the Netherlands with five colleagues each, who answer twenty polls and are invited to one of thirty gatherings each.</summary>
/// <remarks>So many polls that the same municipality is not heard twice on one poll within a second, as it never is in life.</remarks>
internal static class Population
{
    public const int Municipalities = 342;
    public const int Colleagues = 5;
    public const int Polls = 20;
    public const int Gatherings = 30;

    public const string Tenant = "5f2b7c1e-0000-4000-8000-000000000001";

    public static int Members => Municipalities * Colleagues;

    public static MunicipalityCode Municipality(int index) => MunicipalityCode.Parse("GM" + (100 + index).ToString("0000", CultureInfo.InvariantCulture));

    public static string ObjectId(int member) => $"aaaaaaaa-0000-4000-8000-{member.ToString("000000000000", CultureInfo.InvariantCulture)}";

    public static Member Member(int index, DateTimeOffset now) => new(
        new(ObjectId(index)),
        $"Deelnemer {index}",
        $"deelnemer{index}@gemeente{index / Colleagues}.example",
        Language.Dutch,
        new Affiliation.OfMunicipality(Municipality(index / Colleagues)),
        now);

    public static PollId Poll(int index) => new($"peiling-{index}");

    public static GatheringId GatheringOf(int member) => new($"bijeenkomst-{member % Gatherings}", "1");

    /// <summary>Which colleague speaks for a municipality on a poll.</summary>
    public static int Answerer(int poll, int municipality) => (municipality * Colleagues) + (poll % Colleagues);

    /// <summary>The two answers that take turns.</summary>
    public static IReadOnlyList<string> Options { get; } = [ThorbeckePoll.Joins, ThorbeckePoll.Considers];
}
