namespace LeerkringBot.Domain;

public readonly record struct PollId
{
    private readonly string? value;

    /// <exception cref="FormatException">The value is not a valid <see cref="Key"/>.</exception>
    public PollId(string value) => this.value = Key.Require(value);

    public static bool TryParse(string? text, out PollId id)
    {
        var valid = Key.IsValid(text);
        id = valid ? new PollId(text!) : default;
        return valid;
    }

    public override string ToString() => value ?? throw new InvalidOperationException("An empty poll id.");
}
