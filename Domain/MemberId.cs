namespace LeerkringBot.Domain;

/// <summary>A person the network knows. Made from the Entra object id of an authenticated activity, never from what a card carries.</summary>
public readonly record struct MemberId
{
    private readonly string? value;

    /// <exception cref="FormatException">The value is not a valid <see cref="Key"/>.</exception>
    public MemberId(string value) => this.value = Key.Require(value);

    /// <summary>Stands where somebody was who is forgotten. No object id looks like it.</summary>
    public static MemberId Forgotten { get; } = new("forgotten");

    /// <summary>The same where each needs a key of its own.</summary>
    public static MemberId NewForgotten() => new($"forgotten-{Key.New()}");

    public override string ToString() => value ?? throw new InvalidOperationException("An empty member id.");
}
