using System.Collections.Immutable;

namespace LeerkringBot.Domain.Polls;

/// <summary>What somebody chose: a vote for some of the options. Its text stands in storage: "doet-mee", or "d1,d2?,d3!" for yes, maybe and no.</summary>
public sealed record PollChoice
{
    private const char Maybe = '?';
    private const char No = '!';
    private readonly string text;

    private PollChoice(IEnumerable<KeyValuePair<string, Vote>> votes)
    {
        Votes = votes.ToImmutableSortedDictionary(StringComparer.Ordinal);
        text = string.Join(',', Votes.Select(vote => Tallied(vote.Key, vote.Value)));
    }

    /// <summary>By option. Options without a vote are not in it.</summary>
    public ImmutableSortedDictionary<string, Vote> Votes { get; }

    /// <summary>The options chosen with yes, in no particular order.</summary>
    public IEnumerable<string> Chosen => Votes.Where(vote => vote.Value == Vote.Yes).Select(vote => vote.Key);

    public static PollChoice Of(params IEnumerable<string> options) => new(options.Distinct().Select(option => KeyValuePair.Create(option, Vote.Yes)));

    public static PollChoice Of(IEnumerable<KeyValuePair<string, Vote>> votes) => new(votes);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static PollChoice Parse(string text) => new(text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Read).DistinctBy(vote => vote.Key));

    public bool Has(string option, Vote vote = Vote.Yes) => Votes.TryGetValue(option, out var given) && given == vote;

    public bool Equals(PollChoice? other) => text == other?.text;

    public override int GetHashCode() => text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => text;

    /// <summary>One vote as text; also the name of its counter.</summary>
    public static string Tallied(string option, Vote vote) => vote switch
    {
        Vote.Yes => option,
        Vote.Maybe => option + Maybe,
        _ => option + No,
    };

    private static KeyValuePair<string, Vote> Read(string vote) => vote[^1] switch
    {
        Maybe => new(vote[..^1], Vote.Maybe),
        No => new(vote[..^1], Vote.No),
        _ => new(vote, Vote.Yes),
    };
}
