using System.Collections.Immutable;

namespace LeerkringBot.Domain.Gatherings;

/// <summary>What becomes of a draft that an organiser saves.</summary>
public abstract record SaveOutcome
{
    private SaveOutcome() { }

    /// <param name="Gathering">As it stands now.</param>
    /// <param name="IsNew">It did not exist before.</param>
    public sealed record Saved(Gathering Gathering, bool IsNew) : SaveOutcome;

    public sealed record Mistaken(ImmutableArray<GatheringMistake> Mistakes) : SaveOutcome;

    /// <summary>Somebody else changed it since this change began; nothing was saved. The draft goes on from what stands.</summary>
    /// <param name="Draft">With what the other changed taken over.</param>
    /// <param name="Both">What both changed; there the draft has its own.</param>
    public sealed record ChangedMeanwhile(GatheringDraft Draft, IReadOnlyList<GatheringField> Both) : SaveOutcome;

    /// <summary>Somebody else made one under the same id before; nothing was saved, and the draft stays.</summary>
    /// <param name="Gathering">Theirs.</param>
    public sealed record Exists(Gathering Gathering) : SaveOutcome;

    /// <summary>It was cancelled meanwhile, or is gone.</summary>
    public sealed record Cancelled : SaveOutcome;

    /// <param name="Why">Never <see cref="RevisionOutcome.Revised"/>.</param>
    public sealed record Refused(RevisionOutcome Why) : SaveOutcome;
}
