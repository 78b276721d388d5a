namespace LeerkringBot.Cards.Gatherings;

/// <summary>What an organiser can do with a gathering, wherever it is shown.</summary>
public static class GatheringActions
{
    public static readonly CardAction<ActionData> Change = new("gathering.change");
    public static readonly CardAction<ActionData> Copy = new("gathering.copy");
    public static readonly CardAction<ActionData> Cancel = new("gathering.cancel");

    /// <param name="Gathering">The <see cref="Domain.GatheringId"/> as text.</param>
    public sealed record ActionData(string Gathering);
}
