namespace LeerkringBot.Domain.Polls;

/// <param name="Key">A <see cref="Domain.Key"/>, unique within the poll; stands in storage and on buttons.</param>
/// <param name="Title">What people see.</param>
public sealed record PollOption(string Key, string Title)
{
    /// <summary>In a poll for dates; there the title is only for whoever can't show it.</summary>
    public PollMoment? Moment { get; init; }
}
