namespace LeerkringBot.Domain;

/// <summary>What something is about: a gathering or a poll.</summary>
public abstract record Subject
{
    private Subject() { }

    /// <summary>As it stands in storage and on cards: "g|…" or "p|…".</summary>
    public abstract string Key { get; }

    /// <summary>The id of the gathering or poll.</summary>
    public string Id => Key[2..];

    /// <param name="key">May be anything.</param>
    /// <returns>Null where it is not the key of a subject.</returns>
    public static Subject? Find(string? key) => key switch
    {
        ['g', '|', .. var text] when GatheringId.TryParse(text, out var id) => new OfGathering(id),
        ['p', '|', .. var text] when PollId.TryParse(text, out var id) => new OfPoll(id),
        _ => null,
    };

    public sealed record OfGathering(GatheringId Gathering) : Subject
    {
        public override string Key => $"g|{Gathering}";
    }

    public sealed record OfPoll(PollId Poll) : Subject
    {
        public override string Key => $"p|{Poll}";
    }
}
