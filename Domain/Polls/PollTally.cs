using System.Collections.Immutable;

namespace LeerkringBot.Domain.Polls;

/// <summary>Who answered what, at one moment; of an anonymous poll who took part, and what was chosen. Counted when it is made, because every click shows the counts.</summary>
public sealed record PollTally
{
    private readonly ImmutableDictionary<string, int> counts;

    /// <param name="answers">By voter.</param>
    public PollTally(ImmutableDictionary<string, TalliedAnswer> answers)
        : this(answers, answers.Values.SelectMany(Counters).CountBy(counter => counter).ToImmutableDictionary(), null)
    {
    }

    private PollTally(ImmutableDictionary<string, TalliedAnswer> answers, ImmutableDictionary<string, int> counts, BallotMark? box) =>
        (Answers, this.counts, Box) = (answers, counts, box);

    public static PollTally Empty { get; } = new(ImmutableDictionary<string, TalliedAnswer>.Empty);

    /// <summary>By voter.</summary>
    public ImmutableDictionary<string, TalliedAnswer> Answers { get; }

    /// <summary>Of an anonymous poll: what was read of its counters.</summary>
    public BallotMark? Box { get; }

    public int Answered => Answers.Count;

    /// <summary>By <see cref="PollChoice.Tallied"/>.</summary>
    public IReadOnlyDictionary<string, int> Counts => counts;

    /// <param name="tookPart">Those who took part.</param>
    /// <param name="counts">By <see cref="PollChoice.Tallied"/>.</param>
    /// <param name="box">What was read of the counters; null where nothing is to be counted.</param>
    public static PollTally Anonymous(ImmutableDictionary<string, TalliedAnswer> tookPart, ImmutableDictionary<string, int> counts, BallotMark? box) =>
        new(tookPart, counts, box);

    public int Count(string option, Vote vote = Vote.Yes) => counts.GetValueOrDefault(PollChoice.Tallied(option, vote));

    /// <summary>Who answered so, in no particular order; of an anonymous poll nobody.</summary>
    public IEnumerable<Voter> Who(string option, Vote vote) => Answers.Where(one => one.Value.Choice?.Has(option, vote) == true).Select(one => Voter.Parse(one.Key));

    public TalliedAnswer? Of(Voter voter) => Answers.GetValueOrDefault(voter.ToString());

    public TalliedAnswer? Of(MunicipalityCode municipality) => Of(Voter.Of(municipality));

    public PollTally With(Voter voter, TalliedAnswer answer)
    {
        var before = Of(voter);
        if (before == answer) return this;
        var changed = counts.ToBuilder();
        foreach (var counter in before is null ? [] : Counters(before)) changed[counter]--;
        foreach (var counter in Counters(answer)) changed[counter] = changed.GetValueOrDefault(counter) + 1;
        return new(Answers.SetItem(voter.ToString(), answer), changed.ToImmutable(), Box);
    }

    private static IEnumerable<string> Counters(TalliedAnswer answer) =>
        answer.Choice?.Votes.Select(vote => PollChoice.Tallied(vote.Key, vote.Value)) ?? [];
}
