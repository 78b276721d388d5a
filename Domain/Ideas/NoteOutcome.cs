using System.Collections.Immutable;

namespace LeerkringBot.Domain.Ideas;

/// <summary>All that can come of noting an idea.</summary>
public abstract record NoteOutcome
{
    private NoteOutcome() { }

    /// <param name="Idea">As it stands now, also when it was noted earlier under the same key.</param>
    /// <param name="IsNew">False when it was.</param>
    /// <param name="Same">Other ideas that say the same, newest first.</param>
    public sealed record Noted(Idea Idea, bool IsNew, ImmutableArray<IdeaId> Same) : NoteOutcome;

    /// <summary>It was noted under that key, and is withdrawn.</summary>
    public sealed record Withdrawn(IdeaNumber Number) : NoteOutcome;

    /// <summary>Nothing is noted.</summary>
    public sealed record Wrong(ImmutableArray<IdeaMistake> Mistakes) : NoteOutcome;
}
