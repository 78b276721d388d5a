namespace LeerkringBot.Domain.Gatherings;

/// <summary>Two organisers change one gathering: what only one of them changed is taken from that one.</summary>
/// <param name="Text">What is mine where I changed something, and theirs elsewhere.</param>
/// <param name="Both">What both changed, each otherwise; there the text is mine.</param>
public sealed record GatheringMerge(GatheringText Text, IReadOnlyList<GatheringField> Both)
{
    /// <param name="basis">What both began with.</param>
    /// <param name="mine">What I made of it.</param>
    /// <param name="theirs">What stands now.</param>
    public static GatheringMerge Of(GatheringText basis, GatheringText mine, GatheringText theirs)
    {
        var both = new List<GatheringField>();
        var merged = new GatheringText
        {
            Title = Pick(GatheringField.Title, text => text.Title),
            Kind = Pick(GatheringField.Kind, text => text.Kind),
            Why = Pick(GatheringField.Why, text => text.Why),
            Date = Pick(GatheringField.Date, text => text.Date),
            Start = Pick(GatheringField.Start, text => text.Start),
            End = Pick(GatheringField.End, text => text.End),
            PlaceName = Pick(GatheringField.PlaceName, text => text.PlaceName),
            Address = Pick(GatheringField.PlaceAddress, text => text.Address),
            Programme = Pick(GatheringField.Programme, text => text.Programme),
            Capacity = Pick(GatheringField.Capacity, text => text.Capacity),
            LastDay = Pick(GatheringField.RegisterBefore, text => text.LastDay),
            // A switch has two states: whoever changed it made it what the other would have made of it.
            NeedsApproval = Pick(null, text => text.NeedsApproval),
            AsksWishes = Pick(null, text => text.AsksWishes),
            Roles = Pick(GatheringField.Audience, text => text.Roles),
            Audience = Pick(GatheringField.Audience, text => text.Audience),
            Hosts = Pick(GatheringField.Hosts, text => text.Hosts),
            Contact = Pick(GatheringField.Contact, text => text.Contact),
            Rounds = Pick(GatheringField.Rounds, text => text.Rounds),
            Questions = Pick(GatheringField.Questions, text => new QuestionList(text.Questions)).Questions,
        };
        return new(merged, [.. both.Distinct()]);

        T Pick<T>(GatheringField? field, Func<GatheringText, T> part)
            where T : IEquatable<T>
        {
            var (began, ours, now) = (part(basis), part(mine), part(theirs));
            if (ours.Equals(began)) return now;
            if (field is { } named && !now.Equals(began) && !now.Equals(ours)) both.Add(named);
            return ours;
        }
    }

    private readonly record struct QuestionList(System.Collections.Immutable.ImmutableArray<QuestionText> Questions)
    {
        public bool Equals(QuestionList other) => Questions.SequenceEqual(other.Questions);

        public override int GetHashCode() => Questions.Length;
    }
}
