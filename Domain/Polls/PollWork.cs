using System.Globalization;

namespace LeerkringBot.Domain.Polls;

/// <summary>The work that answers and decisions leave behind.</summary>
public static class PollWork
{
    public const string ChangedKind = "poll.changed";
    public const string DecidedKind = "poll.decided";

    /// <summary>Somebody hears that a colleague, or an organiser on behalf, changed the answer that they gave.</summary>
    public static WorkItem Changed(PollId poll, PollAnswer answer, MemberId before) =>
        new(ChangedKind, $"{poll} {answer.Voter} {answer.Version.ToString(CultureInfo.InvariantCulture)} {before}");

    /// <summary>A host was chosen: the gathering changes and everybody who offered hears it.</summary>
    public static WorkItem Decided(PollId poll, HostDecision decision) => new(DecidedKind, $"{poll} {decision.Number.ToString(CultureInfo.InvariantCulture)}");

    /// <exception cref="FormatException">The subject is not that of <see cref="Decided"/>.</exception>
    public static (PollId Poll, int Number) ReadDecided(string subject) =>
        subject.Split(' ') is [var poll, var number] ? (new(poll), int.Parse(number, CultureInfo.InvariantCulture)) : throw new FormatException($"'{subject}' tells of no decision.");

    /// <exception cref="FormatException">The subject is not that of <see cref="Changed"/>.</exception>
    public static (PollId Poll, Voter Voter, int Version, MemberId Before) ReadChanged(string subject) =>
        subject.Split(' ') is [var poll, var voter, var version, var before]
            ? (new(poll), Voter.Parse(voter), int.Parse(version, CultureInfo.InvariantCulture), new(before))
            : throw new FormatException($"'{subject}' tells of no change.");
}
