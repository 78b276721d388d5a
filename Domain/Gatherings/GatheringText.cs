using System.Collections.Immutable;
using System.Globalization;

namespace LeerkringBot.Domain.Gatherings;

/// <summary>A gathering as an organiser typed it: may be half, may be wrong, and nothing of it is lost.</summary>
public sealed record GatheringText
{
    public const string Day = "yyyy-MM-dd";
    public const string Clock = "HH:mm";

    public string Title { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Why { get; init; } = "";

    /// <summary>As <see cref="Day"/>, as is the last day.</summary>
    public string Date { get; init; } = "";

    /// <summary>As <see cref="Clock"/>, as is the end.</summary>
    public string Start { get; init; } = "";

    public string End { get; init; } = "";

    public string PlaceName { get; init; } = "";

    public string Address { get; init; } = "";

    /// <summary>See <see cref="ProgrammeText"/>.</summary>
    public string Programme { get; init; } = "";

    /// <summary>Empty means no limit.</summary>
    public string Capacity { get; init; } = "";

    /// <summary>The last day on which one can register.</summary>
    public string LastDay { get; init; } = "";

    public bool NeedsApproval { get; init; }

    public bool AsksWishes { get; init; }

    /// <summary>Names of <see cref="Role"/> with commas between.</summary>
    public string Roles { get; init; } = "";

    /// <summary>One a line, as are the hosts.</summary>
    public string Audience { get; init; } = "";

    public string Hosts { get; init; } = "";

    public string Contact { get; init; } = "";

    /// <summary>See <see cref="RoundsText"/>.</summary>
    public string Rounds { get; init; } = "";

    public ImmutableArray<QuestionText> Questions { get; init; } = [];

    public static GatheringText Of(Gathering gathering) => new()
    {
        Title = gathering.Title,
        Kind = gathering.Kind,
        Why = gathering.Why,
        Date = gathering.Date.ToString(Day, CultureInfo.InvariantCulture),
        Start = gathering.Start.ToString(Clock, CultureInfo.InvariantCulture),
        End = gathering.End.ToString(Clock, CultureInfo.InvariantCulture),
        PlaceName = gathering.Place.Name,
        Address = gathering.Place.Address,
        Programme = ProgrammeText.Write(gathering.Programme),
        Capacity = gathering.Capacity?.ToString(CultureInfo.InvariantCulture) ?? "",
        LastDay = gathering.LastRegistrationDay.ToString(Day, CultureInfo.InvariantCulture),
        NeedsApproval = gathering.NeedsApproval,
        AsksWishes = gathering.AsksWishes,
        Roles = string.Join(',', gathering.Roles),
        Audience = string.Join('\n', gathering.Audience),
        Hosts = string.Join('\n', gathering.Hosts),
        Contact = gathering.Contact,
        Rounds = RoundsText.Write(gathering.Rounds),
        Questions = [.. gathering.Questions.Select(QuestionText.Of)],
    };

    public bool SaysTheSame(GatheringText other) => this with { Questions = [] } == other with { Questions = [] } && Questions.SequenceEqual(other.Questions);
}
