using System.Collections.Immutable;

namespace LeerkringBot.Domain;

/// <summary>A meeting of the network, as its invitation tells it. Dates and times are local Dutch time.</summary>
public sealed record Gathering
{
    public required GatheringId Id { get; init; }

    public required string Title { get; init; }

    /// <summary>For example "werksessie", "ontwerpsessie", "opstartsessie".</summary>
    public required string Kind { get; init; }

    /// <summary>Why one would come; paragraphs parted by a blank line.</summary>
    public required string Why { get; init; }

    public required DateOnly Date { get; init; }

    public required TimeOnly Start { get; init; }

    /// <summary>After <see cref="Start"/>, the same day.</summary>
    public required TimeOnly End { get; init; }

    public required Place Place { get; init; }

    public required ImmutableArray<ProgrammeItem> Programme { get; init; }

    /// <summary>For whom it is meant, in words; empty means everybody.</summary>
    public required ImmutableArray<string> Audience { get; init; }

    /// <summary>For whose roles it is meant; empty means all. Others see a note and are not blocked.</summary>
    public ImmutableArray<Role> Roles { get; init; } = [];

    /// <summary>Who organises it with the network.</summary>
    public required ImmutableArray<string> Hosts { get; init; }

    /// <summary>"Aanmelden voor": the first day on which registering is too late.</summary>
    public required DateOnly RegisterBefore { get; init; }

    /// <summary>E-mail address for questions.</summary>
    public required string Contact { get; init; }

    /// <summary>Number of places, at least 1; null means no limit.</summary>
    public int? Capacity { get; init; }

    /// <summary>Whether a registration is provisional until an organiser confirms it.</summary>
    public bool NeedsApproval { get; init; }

    /// <summary>Parts of the day with tracks to choose from, first one first; no two overlap.</summary>
    public ImmutableArray<Round> Rounds { get; init; } = [];

    /// <summary>What participants are asked when they register.</summary>
    public ImmutableArray<Question> Questions { get; init; } = [];

    /// <summary>Whether participants are asked for dietary wishes and accessibility needs.</summary>
    public bool AsksWishes { get; init; }

    /// <summary>Grows with every change of what those who registered must know: date, time, place, cancellation.</summary>
    public int Revision { get; init; }

    /// <summary>When and where it was before the last such change; null while there was none.</summary>
    public Moment? Before { get; init; }

    /// <summary>Why it was cancelled; null when it goes on.</summary>
    public string? Cancellation { get; init; }

    /// <summary>The last choice among hosts that gave it its place; null while there was none.</summary>
    public HostChoice? HostChoice { get; init; }

    /// <summary>Tells the draft that it was made of from others that could have made it; null where there is one only.</summary>
    public string? DraftMark { get; init; }

    public Moment Moment => new(Date, Start, End, Place);

    public IEnumerable<Track> Tracks => Rounds.SelectMany(round => round.Tracks);

    public DateTimeOffset StartsAt => DutchTime.At(Date, Start);

    public DateTimeOffset EndsAt => DutchTime.At(Date, End);

    /// <summary>Exclusive: at this instant registering is closed.</summary>
    public DateTimeOffset RegistrationClosesAt => DutchTime.At(RegisterBefore, TimeOnly.MinValue);

    /// <summary>The last day on which one can register: what people are shown.</summary>
    public DateOnly LastRegistrationDay => RegisterBefore.AddDays(-1);
}

/// <param name="Name">For example "Stadhuis Waalwijk".</param>
/// <param name="Address">Street, number and town.</param>
public sealed record Place(string Name, string Address);

/// <param name="Start">Local time.</param>
/// <param name="End">Local time, after <paramref name="Start"/>.</param>
/// <param name="Title">What happens.</param>
/// <param name="Room">Where in the building; null where it doesn't matter.</param>
public sealed record ProgrammeItem(TimeOnly Start, TimeOnly End, string Title, string? Room = null);

/// <summary>When and where a gathering is, in local Dutch time.</summary>
public sealed record Moment(DateOnly Date, TimeOnly Start, TimeOnly End, Place Place);

/// <summary>A choice among municipalities that offered to host.</summary>
/// <param name="Poll">In which they offered.</param>
/// <param name="Number">1 for the first choice in it, then one more each time.</param>
public sealed record HostChoice(PollId Poll, int Number);
