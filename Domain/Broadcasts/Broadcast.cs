namespace LeerkringBot.Domain.Broadcasts;

/// <summary>A card that goes to everybody meant, once.</summary>
/// <param name="Id">The draft's id, made when it was composed; a second click on "send" finds it taken.</param>
/// <param name="Content">What is sent.</param>
/// <param name="Audience">Who is meant; null where it was one person, whose delivery was stored with it.</param>
/// <param name="By">The organiser, who gets the summary; null where the bot sends of itself.</param>
/// <param name="At">When it was made.</param>
public sealed record Broadcast(string Id, BroadcastContent Content, Audience? Audience, MemberId? By, DateTimeOffset At)
{
    public BroadcastState State { get; init; } = BroadcastState.Running;

    /// <summary>When it is to be sent; null means at once.</summary>
    public DateTimeOffset? SendAt { get; init; }

    /// <summary>How many are meant; null until every recipient has a delivery.</summary>
    public int? Recipients { get; init; }

    /// <summary>What an organiser wrote to be sent; null where the subject has its own card.</summary>
    public WrittenText? Text { get; init; }

    /// <summary>The last day to answer of a poll that is made when it is sent; null otherwise.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Stands above the card since it was corrected; null while it wasn't.</summary>
    public string? Correction { get; init; }

    /// <summary>Why it was taken back; null while it stands.</summary>
    public string? Recall { get; init; }

    /// <summary>Grows whenever what was sent must show something else: delivered cards of an earlier edition are updated.</summary>
    public int Edition { get; init; }

    /// <summary>The <see cref="Edition"/> since which it says something else than was sent, because an organiser changed it or took it back; null while nobody did.</summary>
    public int? ChangedEdition { get; init; }

    /// <summary>The <see cref="ChangedEdition"/> that those who got it by mail were told of; null while they weren't.</summary>
    public int? MailedEdition { get; init; }

    /// <summary>What is being done with it, or was done last.</summary>
    public BroadcastRun Run { get; init; }

    /// <summary>Why it was stopped, where that came from Teams: so many failures in a row.</summary>
    public NotSentReason? StoppedBy { get; init; }

    public bool IsPlanned => Recipients is not null;

    /// <summary>As it stands with another edition, that every card sent is to show: what was done is opened again, what was stopped or called off stays so and sends nothing more.</summary>
    public Broadcast Revised(BroadcastRun run) => this with { Edition = Edition + 1, Run = run, State = State == BroadcastState.Done ? BroadcastState.Running : State };

    /// <summary>The same by an organiser: a mail can't be updated, so those who got it that way have yet to be told.</summary>
    public Broadcast Changed(BroadcastRun run) => Revised(run) with { ChangedEdition = Edition + 1 };

    /// <summary>Whether a text may be the id of one; cards carry anything.</summary>
    public static bool IsId(string? text) => text is { Length: > 0 and <= 120 } && text.Split('.').All(Key.IsValid);
}

/// <param name="Kind">Names the feature that renders it: "invitation", "poll", "message".</param>
/// <param name="Subject">The id of the gathering or poll; of a written message the broadcast's own.</param>
public sealed record BroadcastContent(string Kind, string Subject);

public enum BroadcastState
{
    /// <summary>Kept for later; nobody gets it yet.</summary>
    Draft,

    /// <summary>Goes out at <see cref="Broadcast.SendAt"/>.</summary>
    Scheduled,

    /// <summary>There is something to send or update.</summary>
    Running,

    /// <summary>Failed too often in a row: an organiser decides.</summary>
    Stopped,

    /// <summary>Stopped by an organiser for good; what was sent stays.</summary>
    Cancelled,

    Done,
}

public enum BroadcastRun
{
    Send,
    Correct,
    Recall,

    /// <summary>The cards follow what they show; nobody is told how that went.</summary>
    Refresh,
}
