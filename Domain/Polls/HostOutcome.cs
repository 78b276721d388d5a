namespace LeerkringBot.Domain.Polls;

/// <summary>What becomes of an organiser's choice among the offers.</summary>
public abstract record HostOutcome
{
    private HostOutcome() { }

    /// <summary>It is chosen, also when it already was.</summary>
    public sealed record Chosen(Poll Poll) : HostOutcome;

    /// <summary>Another was chosen meanwhile; nothing changed.</summary>
    public sealed record ChosenMeanwhile(Poll Poll) : HostOutcome;

    /// <summary>The offer was withdrawn; nothing changed.</summary>
    public sealed record Withdrawn(Poll Poll) : HostOutcome;

    /// <summary>The offer is another one than was seen; nothing changed.</summary>
    public sealed record OfferChanged(Poll Poll) : HostOutcome;

    /// <summary>The gathering has been, or does not go on; nothing changed.</summary>
    public sealed record GatheringOver(Poll Poll) : HostOutcome;

    public sealed record UnknownPoll : HostOutcome;
}
