namespace LeerkringBot.Domain.Polls;

/// <summary>What becomes of a poll that an organiser saves.</summary>
public abstract record PollSaveOutcome
{
    private PollSaveOutcome() { }

    /// <param name="Poll">As it stands now.</param>
    /// <param name="IsNew">It did not exist before.</param>
    public sealed record Saved(Poll Poll, bool IsNew) : PollSaveOutcome;

    public sealed record Mistaken : PollSaveOutcome;

    /// <summary>Somebody else changed it since this change began; nothing was saved. The draft goes on from what stands.</summary>
    public sealed record ChangedMeanwhile(PollDraft Draft) : PollSaveOutcome;

    public sealed record Gone : PollSaveOutcome;
}
