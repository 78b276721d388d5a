using System.Collections.Immutable;

namespace LeerkringBot.Domain.Polls;

/// <summary>A question that every municipality answers once.</summary>
public sealed record Poll
{
    public required PollId Id { get; init; }

    public required string Question { get; init; }

    /// <summary>What people need to know before answering; may be empty.</summary>
    public required string Explanation { get; init; }

    /// <summary>2 to 12.</summary>
    public required ImmutableArray<PollOption> Options { get; init; }

    /// <summary>Exclusive. Results are final 10 seconds later.</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    public bool IsOpen(DateTimeOffset now) => now < ClosesAt;

    public PollOption? Find(string key) => Options.FirstOrDefault(option => option.Key == key);
}

/// <param name="Key">A <see cref="Domain.Key"/>, unique within the poll; stands in storage and on buttons.</param>
/// <param name="Title">What people see.</param>
public sealed record PollOption(string Key, string Title);
