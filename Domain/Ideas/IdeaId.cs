using System.Globalization;

namespace LeerkringBot.Domain.Ideas;

/// <summary>Names an idea on buttons and in storage: when it came, counted back from the end of time so that the newest comes first, and its number.</summary>
public readonly record struct IdeaId
{
    private const int MomentLength = 15;
    private static readonly long End = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
    private readonly string? value;

    private IdeaId(string value) => this.value = value;

    public IdeaNumber Number => new(ToString()[(MomentLength + 1)..]);

    /// <summary>With a number of its own; the store refuses one that is taken.</summary>
    public static IdeaId New(DateTimeOffset at) =>
        new($"{(End - at.ToUnixTimeMilliseconds()).ToString(CultureInfo.InvariantCulture).PadLeft(MomentLength, '0')}-{ReadableCode.New()}");

    public static bool TryParse(string? text, out IdeaId id)
    {
        var valid = text is { Length: MomentLength + 1 + ReadableCode.Length }
            && text[MomentLength] == '-'
            && text.AsSpan(0, MomentLength).IndexOfAnyExceptInRange('0', '9') < 0
            && ReadableCode.Read(text.AsSpan(MomentLength + 1)) == text[(MomentLength + 1)..];
        id = valid ? new IdeaId(text!) : default;
        return valid;
    }

    /// <exception cref="FormatException">The text is not an idea's id.</exception>
    public static IdeaId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not an idea's id.");

    public override string ToString() => value ?? throw new InvalidOperationException("An empty idea id.");
}
