namespace LeerkringBot.Domain;

/// <summary>Where a card goes: to one person's own chat, or to a channel.</summary>
public abstract record Recipient
{
    private Recipient() { }

    /// <summary>As it stands in storage keys: "m|…" or "c|…".</summary>
    public abstract string Key { get; }

    /// <exception cref="FormatException">The text is not a recipient's key.</exception>
    public static Recipient Parse(string key) => key switch
    {
        ['m', '|', .. var id] => new OfMember(new MemberId(id)),
        ['c', '|', .. var id] => new OfChannel(new ChannelId(id)),
        _ => throw new FormatException($"'{key}' is not a recipient."),
    };

    public sealed record OfMember(MemberId Member) : Recipient
    {
        public override string Key => $"m|{Member}";
    }

    public sealed record OfChannel(ChannelId Channel) : Recipient
    {
        public override string Key => $"c|{Channel}";
    }
}
