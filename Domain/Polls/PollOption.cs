namespace LeerkringBot.Domain.Polls;

/// <param name="Key">A <see cref="Domain.Key"/>, unique within the poll; stands in storage and on buttons.</param>
/// <param name="Title">What people see.</param>
public sealed record PollOption(string Key, string Title)
{
    /// <summary>In a poll for dates; there the title is only for whoever can't show it.</summary>
    public PollMoment? Moment { get; init; }

    /// <summary>In a poll for hosts.</summary>
    public GatheringId? Gathering { get; init; }
}

/// <param name="Date">Dutch.</param>
/// <param name="Start">Dutch wall clock.</param>
/// <param name="End">After <paramref name="Start"/>.</param>
public sealed record PollMoment(DateOnly Date, TimeOnly Start, TimeOnly End);
