using System.Collections.Immutable;

namespace LeerkringBot.Domain.Polls;

/// <summary>Who answered what, at one moment.</summary>
/// <param name="Answers">By municipality code.</param>
public sealed record PollTally(ImmutableDictionary<string, TalliedAnswer> Answers)
{
    public static PollTally Empty { get; } = new(ImmutableDictionary<string, TalliedAnswer>.Empty);

    public int Answered => Answers.Count;

    public int Count(string option) => Answers.Values.Count(answer => answer.Option == option);

    public TalliedAnswer? Of(MunicipalityCode municipality) => Answers.GetValueOrDefault(municipality.ToString());

    public PollTally With(MunicipalityCode municipality, TalliedAnswer answer) => new(Answers.SetItem(municipality.ToString(), answer));
}

/// <param name="Option">The key of the chosen option.</param>
/// <param name="Version">Of the answer.</param>
/// <param name="By">Who clicked last.</param>
/// <param name="Stamp">The store's own mark of what was read, under which alone it is replaced; null right after it was stored.</param>
public sealed record TalliedAnswer(string Option, int Version, MemberId By, string? Stamp)
{
    public static TalliedAnswer Of(PollAnswer answer, string? stamp) => new(answer.Option, answer.Version, answer.By, stamp);
}
