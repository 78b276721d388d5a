namespace LeerkringBot.Domain.Polls;

/// <summary>A poll that an organiser is writing. Kept after every step, gone when it is saved.</summary>
/// <param name="Id">A <see cref="Key"/>; something new is saved under it, so saving again makes no second poll.</param>
/// <param name="Owner">Nobody else sees it.</param>
/// <param name="Text">As typed so far.</param>
/// <param name="At">When it was last kept.</param>
public sealed record PollDraft(string Id, MemberId Owner, PollText Text, DateTimeOffset At)
{
    /// <summary>What it changes; null for something new.</summary>
    public PollId? Changes { get; init; }

    /// <summary>What stood when the change began.</summary>
    public PollText? Basis { get; init; }

    public PollId Target => Changes ?? new(Id);

    /// <summary>Somebody's change of a poll is one draft, however often they begin.</summary>
    public static string IdOf(PollId changes) => $"change-{Key.Hash(changes.ToString(), 40)}";
}
