using System.Collections.Immutable;

namespace LeerkringBot.Domain.Polls;

/// <summary>Who answered what, at one moment. Counted when it is made, because every click shows the counts.</summary>
public sealed record PollTally
{
    private readonly ImmutableDictionary<string, int> counts;

    /// <param name="answers">By municipality code.</param>
    public PollTally(ImmutableDictionary<string, TalliedAnswer> answers)
        : this(answers, answers.Values.CountBy(answer => answer.Option).ToImmutableDictionary())
    {
    }

    private PollTally(ImmutableDictionary<string, TalliedAnswer> answers, ImmutableDictionary<string, int> counts) =>
        (Answers, this.counts) = (answers, counts);

    public static PollTally Empty { get; } = new(ImmutableDictionary<string, TalliedAnswer>.Empty);

    /// <summary>By municipality code.</summary>
    public ImmutableDictionary<string, TalliedAnswer> Answers { get; }

    public int Answered => Answers.Count;

    public int Count(string option) => counts.GetValueOrDefault(option);

    public TalliedAnswer? Of(MunicipalityCode municipality) => Answers.GetValueOrDefault(municipality.ToString());

    public PollTally With(MunicipalityCode municipality, TalliedAnswer answer)
    {
        var before = Of(municipality);
        if (before == answer) return this;
        var without = before is null ? counts : counts.SetItem(before.Option, counts[before.Option] - 1);
        return new(Answers.SetItem(municipality.ToString(), answer), without.SetItem(answer.Option, without.GetValueOrDefault(answer.Option) + 1));
    }
}

/// <param name="Option">The key of the chosen option.</param>
/// <param name="Version">Of the answer.</param>
/// <param name="By">Who clicked last.</param>
/// <param name="Stamp">The store's own mark of what was read, under which alone it is replaced; null right after it was stored.</param>
public sealed record TalliedAnswer(string Option, int Version, MemberId By, string? Stamp)
{
    public static TalliedAnswer Of(PollAnswer answer, string? stamp) => new(answer.Option, answer.Version, answer.By, stamp);
}
