using System.Collections.Immutable;

namespace LeerkringBot.Domain.Polls;

/// <summary>What an answer tells besides the choice; empty values are not in it.</summary>
public sealed class AnswerDetails : IEquatable<AnswerDetails>
{
    private readonly ImmutableSortedDictionary<PollDetail, string> values;

    private AnswerDetails(ImmutableSortedDictionary<PollDetail, string> values) => this.values = values;

    public static AnswerDetails None { get; } = new(ImmutableSortedDictionary<PollDetail, string>.Empty);

    public IEnumerable<KeyValuePair<PollDetail, string>> All => values;

    public bool IsEmpty => values.IsEmpty;

    /// <summary>Null where nothing was told.</summary>
    public string? this[PollDetail detail] => values.GetValueOrDefault(detail);

    /// <summary>Trimmed; what is empty is left out.</summary>
    public static AnswerDetails Of(IEnumerable<KeyValuePair<PollDetail, string?>> told) =>
        new(told.Where(one => !string.IsNullOrWhiteSpace(one.Value)).ToImmutableSortedDictionary(one => one.Key, one => one.Value!.Trim()));

    public AnswerDetails Where(Func<PollDetail, string, bool> keeps) => new(values.Where(one => keeps(one.Key, one.Value)).ToImmutableSortedDictionary());

    /// <summary>These, and of those before what these don't tell.</summary>
    public AnswerDetails Over(AnswerDetails before) => new(before.values.SetItems(values));

    public bool Equals(AnswerDetails? other) => other is not null && values.SequenceEqual(other.values);

    public override bool Equals(object? obj) => Equals(obj as AnswerDetails);

    public override int GetHashCode() => values.Aggregate(0, (hash, one) => HashCode.Combine(hash, one.Key, one.Value));
}
