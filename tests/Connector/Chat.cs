namespace LeerkringBot.Connector;

/// <summary>What arrived in one conversation.</summary>
internal sealed class Chat(string id, IReadOnlyList<Limit> limits)
{
    public string Id => id;

    public SlidingWindow Window { get; } = new(limits);

    /// <summary>That the limits let through.</summary>
    public int Requests { get; set; }

    /// <summary>Accepted, whatever was answered: this is what people see.</summary>
    public int Messages { get; set; }

    public int Updates { get; set; }
}
