using System.Globalization;

namespace LeerkringBot.Domain.Polls;

/// <summary>The work that an answer leaves behind.</summary>
public static class PollWork
{
    public const string ChangedKind = "poll.changed";

    /// <summary>Somebody hears that a colleague, or an organiser on behalf, changed the answer that they gave.</summary>
    public static WorkItem Changed(PollId poll, PollAnswer answer, MemberId before) =>
        new(ChangedKind, $"{poll} {answer.Voter} {answer.Version.ToString(CultureInfo.InvariantCulture)} {before}");

    /// <exception cref="FormatException">The subject is not that of <see cref="Changed"/>.</exception>
    public static (PollId Poll, Voter Voter, int Version, MemberId Before) ReadChanged(string subject) =>
        subject.Split(' ') is [var poll, var voter, var version, var before]
            ? (new(poll), Voter.Parse(voter), int.Parse(version, CultureInfo.InvariantCulture), new(before))
            : throw new FormatException($"'{subject}' tells of no change.");
}
