namespace LeerkringBot.Domain;

/// <summary>A person the network knows. Made from the Entra object id of an authenticated activity, never from what a card carries.</summary>
public readonly record struct MemberId
{
    private readonly string? value;

    /// <exception cref="FormatException">The value is not a valid <see cref="Key"/>.</exception>
    public MemberId(string value) => this.value = Key.Require(value);

    public override string ToString() => value ?? throw new InvalidOperationException("An empty member id.");
}
