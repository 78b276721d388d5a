namespace LeerkringBot.Domain.Polls;

public interface IPollStore
{
    /// <returns>False when the id is taken; then nothing changes.</returns>
    Task<bool> Add(Poll poll, CancellationToken cancellationToken);

    Task<Poll?> Find(PollId id, CancellationToken cancellationToken);

    /// <summary>Those still open, the one that closes first before the others.</summary>
    Task<IReadOnlyList<Poll>> Open(CancellationToken cancellationToken);

    /// <summary>Those that close, or closed, at a moment or later, the first before the others.</summary>
    Task<IReadOnlyList<Poll>> ClosingFrom(DateTimeOffset moment, CancellationToken cancellationToken);

    /// <summary>Stores a changed poll, if it stands as it was read and, where nobody had answered, still nobody has.</summary>
    /// <param name="poll">With the <see cref="Poll.Stamp"/> that was read.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False when it changed since: then nothing is written.</returns>
    Task<bool> Replace(Poll poll, CancellationToken cancellationToken);

    /// <summary>Stores whom an organiser chose together with the work of telling it, if the poll stands as it was read and nobody answered since.</summary>
    /// <param name="poll">For hosts, with its <see cref="Poll.Host"/> and the <see cref="Poll.Stamp"/> that was read.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False when something came in between: then nothing is written.</returns>
    Task<bool> Decide(Poll poll, CancellationToken cancellationToken);

    /// <summary>Every poll there was and is, in no particular order. Not for a path that a click waits for.</summary>
    Task<IReadOnlyList<Poll>> All(CancellationToken cancellationToken);

    /// <summary>One range query, shared by the clicks of one second; with every answer that this instance stored itself.</summary>
    Task<PollTally> Tally(PollId id, CancellationToken cancellationToken);

    /// <summary>The answer as it stands now, without its details, with its stamp; null when there is none. An anonymous poll has none.</summary>
    Task<(PollAnswer Answer, string Stamp)?> Answer(PollId id, Voter voter, CancellationToken cancellationToken);

    /// <summary>What an answer tells besides the choice.</summary>
    Task<AnswerDetails> Details(PollId id, Voter voter, CancellationToken cancellationToken);

    /// <summary>Every answer that stands, with its details. An anonymous poll has none.</summary>
    Task<IReadOnlyList<PollAnswer>> Answers(PollId id, CancellationToken cancellationToken);

    /// <summary>Whether somebody answered, or took part in an anonymous poll. Read anew.</summary>
    Task<bool> HasAnswered(PollId id, Voter voter, CancellationToken cancellationToken);

    /// <summary>Stores an answer and its line of history in one batch; details only where <see cref="PollAnswer.Details"/> has them, otherwise those that stand stay. Who gave the answer before it is told, unless they changed it themselves.</summary>
    /// <param name="poll">As it was read; not anonymous.</param>
    /// <param name="answer">Version 1 must not exist yet.</param>
    /// <param name="replaces">The answer before it, as it was read; null for version 1.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False when another answer, or a change of the poll, came in between: then nothing is written.</returns>
    Task<bool> Put(Poll poll, PollAnswer answer, TalliedAnswer? replaces, CancellationToken cancellationToken);

    /// <summary>Counts a choice in an anonymous poll and notes that somebody took part, in one batch and so that nothing connects the two.</summary>
    /// <param name="poll">As it was read; anonymous.</param>
    /// <param name="voter">Who takes part.</param>
    /// <param name="choice">What is counted.</param>
    /// <param name="seen">The tally that was read.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<CastOutcome> Cast(Poll poll, Voter voter, PollChoice choice, PollTally seen, CancellationToken cancellationToken);

    /// <summary>Every answer a voter ever gave, first one first.</summary>
    Task<IReadOnlyList<PollAnswer>> History(PollId id, Voter voter, CancellationToken cancellationToken);

    /// <summary>Every answer that anybody ever gave; those of one voter stand together, first one first.</summary>
    Task<IReadOnlyList<PollAnswer>> History(PollId id, CancellationToken cancellationToken);

    /// <summary>Every answer that a member ever gave, or an organiser entered for them, in every poll; a null answer is taking part, themselves, in an anonymous one. Reads all of them.</summary>
    Task<IReadOnlyList<(Poll Poll, PollAnswer? Answer)>> GivenBy(MemberId member, CancellationToken cancellationToken);

    /// <summary>The answers stay, without who gave them and without details that have one of the words; may be repeated.</summary>
    /// <param name="member">Whom.</param>
    /// <param name="words">Their name and e-mail address.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task Forget(MemberId member, IReadOnlyList<string> words, CancellationToken cancellationToken);
}
