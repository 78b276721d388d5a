namespace LeerkringBot.Connector;

/// <param name="Overall">Over every request of the bot.</param>
/// <param name="PerConversation">Over the sends to one conversation and the requests to create it, together.</param>
internal sealed record Limits(IReadOnlyList<Limit> Overall, IReadOnlyList<Limit> PerConversation)
{
    /// <summary>As Microsoft documents them (learn: bots/how-to/rate-limit).</summary>
    public static Limits Teams { get; } = new(Limit.Parse("50/1"), Limit.Parse("7/1 8/2 60/30 1800/3600"));

    public static Limits None { get; } = new([], []);

    /// <param name="perSecond">Requests overall.</param>
    public Limits WithPace(int perSecond) => this with { Overall = [new(perSecond, TimeSpan.FromSeconds(1))] };
}
