using System.Collections.Immutable;

namespace LeerkringBot.Domain.Ideas;

/// <summary>The ideas that a rule decides about, as they stood at one time.</summary>
public sealed class ReadIdeas(IReadOnlyDictionary<IdeaId, Idea?> read)
{
    /// <returns>Null when it is withdrawn, or never was.</returns>
    /// <exception cref="KeyNotFoundException">It wasn't read: <see cref="Lacks"/> tells.</exception>
    public Idea? this[IdeaId id] => read[id];

    /// <summary>Those among some that weren't read yet.</summary>
    public ImmutableArray<IdeaId> Lacks(params IEnumerable<IdeaId> ids) => [.. ids.Where(id => !read.ContainsKey(id)).Distinct()];
}
