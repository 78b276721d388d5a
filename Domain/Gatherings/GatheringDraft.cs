namespace LeerkringBot.Domain.Gatherings;

/// <summary>A gathering that an organiser is writing. Kept after every step, gone when it is saved.</summary>
/// <param name="Id">A <see cref="Key"/>.</param>
/// <param name="Owner">Nobody else sees it.</param>
/// <param name="Text">As typed so far.</param>
/// <param name="At">When it was last kept.</param>
public sealed record GatheringDraft(string Id, MemberId Owner, GatheringText Text, DateTimeOffset At)
{
    private const int Suffix = 6;

    /// <summary>What it changes; null for something new.</summary>
    public GatheringId? Changes { get; init; }

    /// <summary>What stood when the change began.</summary>
    public GatheringText? Basis { get; init; }

    /// <summary>The series that something new belongs to; null for one of its own.</summary>
    public string? Series { get; init; }

    /// <summary>The id it was first saved under: saving again after a fault makes no second gathering.</summary>
    public GatheringId? Published { get; init; }

    /// <summary>Where others may write one under the same id: tells this one from theirs, so that the first who saves has it. Null where nobody else can.</summary>
    public string? Mark { get; init; }

    /// <summary>Nothing was typed yet.</summary>
    public bool IsBlank => Changes is null && Text.SaysTheSame(new() { Contact = Text.Contact });

    /// <summary>Under which id it is saved.</summary>
    public GatheringId Target => Changes ?? Published ?? new(Series ?? Item, Item);

    // Two gatherings with one title have two ids, and one draft always has the same.
    private string Item => $"{Slug.Of(Text.Title, "bijeenkomst")}-{Id[..Math.Min(Suffix, Id.Length)]}";

    /// <summary>Somebody's change of a gathering is one draft, however often they begin.</summary>
    public static string IdOf(GatheringId changes) =>
        $"change-{Key.Hash(changes.ToString(), 40)}";
}
