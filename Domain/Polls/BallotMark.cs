namespace LeerkringBot.Domain.Polls;

/// <summary>What was read of the counters of an anonymous poll.</summary>
/// <param name="Stamp">The store's mark, under which alone they are replaced.</param>
/// <param name="ClosesAt">Exclusive: nothing is counted from then on.</param>
public sealed record BallotMark(string Stamp, DateTimeOffset ClosesAt);
