namespace LeerkringBot.Domain.Polls;

public interface IPollStore
{
    /// <returns>False when the id is taken; then nothing changes.</returns>
    Task<bool> Add(Poll poll, CancellationToken cancellationToken);

    Task<Poll?> Find(PollId id, CancellationToken cancellationToken);

    /// <summary>Those still open, the one that closes first before the others.</summary>
    Task<IReadOnlyList<Poll>> Open(CancellationToken cancellationToken);

    /// <summary>Every poll there was and is, in no particular order. Not for a path that a click waits for.</summary>
    Task<IReadOnlyList<Poll>> All(CancellationToken cancellationToken);

    /// <summary>One range query, shared by the clicks of one second; with every answer that this instance stored itself.</summary>
    Task<PollTally> Tally(PollId id, CancellationToken cancellationToken);

    /// <summary>The answer as it stands now, with its stamp; null when there is none.</summary>
    Task<(PollAnswer Answer, string Stamp)?> Answer(PollId id, MunicipalityCode municipality, CancellationToken cancellationToken);

    /// <summary>Stores an answer and its line of history in one batch.</summary>
    /// <param name="id">Which poll.</param>
    /// <param name="answer">Version 1 must not exist yet.</param>
    /// <param name="replaces">The answer before it, as it was read; null for version 1.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False when another answer came in between: then nothing is written.</returns>
    Task<bool> Put(PollId id, PollAnswer answer, TalliedAnswer? replaces, CancellationToken cancellationToken);

    /// <summary>Every answer a municipality ever gave, first one first.</summary>
    Task<IReadOnlyList<PollAnswer>> History(PollId id, MunicipalityCode municipality, CancellationToken cancellationToken);

    /// <summary>Every answer that a member ever gave, in every poll. Reads all of them.</summary>
    Task<IReadOnlyList<(Poll Poll, PollAnswer Answer)>> GivenBy(MemberId member, CancellationToken cancellationToken);

    /// <summary>The answers stay, without who gave them; may be repeated.</summary>
    Task Forget(MemberId member, CancellationToken cancellationToken);
}
