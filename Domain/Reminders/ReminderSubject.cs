namespace LeerkringBot.Domain.Reminders;

/// <summary>What is reminded of: a gathering or a poll.</summary>
public abstract record ReminderSubject
{
    private ReminderSubject() { }

    /// <summary>As it stands in storage keys and on cards: "g|…" or "p|…".</summary>
    public abstract string Key { get; }

    /// <summary>The id of the gathering or poll.</summary>
    public string Id => Key[2..];

    /// <summary>The reminders there are of it, first one first.</summary>
    public abstract IReadOnlyList<ReminderKind> Kinds { get; }

    /// <param name="key">May be anything.</param>
    /// <returns>Null where it is not the key of a subject.</returns>
    public static ReminderSubject? Find(string? key) => key switch
    {
        ['g', '|', .. var text] when GatheringId.TryParse(text, out var id) => new OfGathering(id),
        ['p', '|', .. var text] when PollId.TryParse(text, out var id) => new OfPoll(id),
        _ => null,
    };

    public sealed record OfGathering(GatheringId Gathering) : ReminderSubject
    {
        public override string Key => $"g|{Gathering}";

        public override IReadOnlyList<ReminderKind> Kinds => [ReminderKind.Deadline, ReminderKind.LastCall, ReminderKind.Eve, ReminderKind.Thanks];
    }

    public sealed record OfPoll(PollId Poll) : ReminderSubject
    {
        public override string Key => $"p|{Poll}";

        public override IReadOnlyList<ReminderKind> Kinds => [ReminderKind.Poll, ReminderKind.PollColleagues];
    }
}
