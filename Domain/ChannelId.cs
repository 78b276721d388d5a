namespace LeerkringBot.Domain;

/// <summary>A Teams channel that the bot may post in, as our own <see cref="Key"/> (the channel's own id holds characters a storage key can't).</summary>
public readonly record struct ChannelId
{
    private readonly string? value;

    /// <exception cref="FormatException">The value is not a valid <see cref="Key"/>.</exception>
    public ChannelId(string value) => this.value = Key.Require(value);

    public static bool TryParse(string? text, out ChannelId id)
    {
        var valid = Key.IsValid(text);
        id = valid ? new ChannelId(text!) : default;
        return valid;
    }

    public override string ToString() => value ?? throw new InvalidOperationException("An empty channel id.");
}
