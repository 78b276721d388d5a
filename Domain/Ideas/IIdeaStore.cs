using System.Collections.Immutable;

namespace LeerkringBot.Domain.Ideas;

public interface IIdeaStore
{
    /// <summary>Stores an idea under the key it came with.</summary>
    /// <returns>The id that was first stored under that key; null when the idea's number is taken, and nothing is stored.</returns>
    Task<IdeaId?> Add(Idea idea, string key, CancellationToken cancellationToken);

    /// <returns>Null when it is withdrawn, or never was.</returns>
    Task<Idea?> Find(IdeaId id, CancellationToken cancellationToken);

    /// <summary>What people call so, also when it is withdrawn; null when no idea ever had that number.</summary>
    Task<IdeaId?> Find(IdeaNumber number, CancellationToken cancellationToken);

    /// <summary>The ideas whose text says the same, newest first.</summary>
    Task<IReadOnlyList<IdeaId>> Alike(string text, CancellationToken cancellationToken);

    /// <summary>Every idea, newest first, hidden and merged ones too; read as far as it is followed.</summary>
    IAsyncEnumerable<Idea> All(CancellationToken cancellationToken);

    /// <summary>Every idea as <see cref="All"/> gives it, at most a second ago: one query, shared by the clicks of one second; with everything that this instance stored itself.</summary>
    Task<IReadOnlyList<Idea>> Recent(CancellationToken cancellationToken);

    /// <summary>What is on agendas of gatherings, the newest idea first; without what is hidden or merged.</summary>
    Task<IReadOnlyList<AgendaIdea>> Agendas(CancellationToken cancellationToken);

    /// <summary>Since when the ideas of a week go out by themselves; null while they don't.</summary>
    Task<DateTimeOffset?> DigestSince(CancellationToken cancellationToken);

    /// <param name="since">From when; null means no more.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task SetDigest(DateTimeOffset? since, CancellationToken cancellationToken);

    /// <summary>Reads, decides and stores in one batch; again when somebody came in between.</summary>
    /// <param name="ids">What is read first.</param>
    /// <param name="decide">A pure rule; called again with more when it asks for that.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<TOutcome> Change<TOutcome>(ImmutableArray<IdeaId> ids, Func<ReadIdeas, IdeaChange<TOutcome>> decide, CancellationToken cancellationToken);
}
