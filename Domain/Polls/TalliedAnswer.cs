namespace LeerkringBot.Domain.Polls;

/// <param name="Choice">What was chosen; null where nobody may know.</param>
/// <param name="Version">Of the answer.</param>
/// <param name="By">Who clicked last; null where nobody may know.</param>
/// <param name="Stamp">The store's own mark of what was read, under which alone it is replaced; null right after it was stored.</param>
public sealed record TalliedAnswer(PollChoice? Choice, int Version, MemberId? By, string? Stamp)
{
    /// <summary>Took part in an anonymous poll.</summary>
    public static TalliedAnswer TookPart { get; } = new(null, 1, null, null);

    public static TalliedAnswer Of(PollAnswer answer, string? stamp) => new(answer.Choice, answer.Version, answer.By, stamp);
}
