using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>Answers in words.</summary>
public static class ChoiceText
{
    private const int FewVotes = 4;

    /// <summary>"Doet mee"; "Kernendemocratie, Begroten"; "4 februari: ja; 11 februari: als het moet".</summary>
    public static string Of(Poll poll, PollChoice choice, Texts texts) =>
        poll.Form is PollForm.OneChoice or PollForm.SeveralChoices
            ? string.Join(", ", poll.Options.Where(option => choice.Has(option.Key)).Select(option => Title(poll, option, texts)))
            : string.Join("; ", poll.Options.Where(option => choice.Votes.ContainsKey(option.Key)).Select(option => $"{Title(poll, option, texts)}: {Vote(poll, choice.Votes[option.Key], texts)}"));

    /// <summary>The same in few words: of dates, and of more votes than a glance holds, only how many of each, "3 ja, 1 als het moet, 6 nee".</summary>
    public static string Brief(Poll poll, PollChoice choice, Texts texts) => poll.Template == PollTemplate.Dates || (poll.Form is PollForm.YesMaybeNo or PollForm.YesIfNeedBeNo && poll.Options.Length > FewVotes)
        ? string.Join(", ", Enum.GetValues<Vote>().Select(vote => $"{poll.Options.Count(option => choice.Has(option.Key, vote))} {Vote(poll, vote, texts)}"))
        : Of(poll, choice, texts);

    public static string Of(PollDetail detail, string value, Texts texts) =>
        detail is PollDetail.Support or PollDetail.ExperimentKind ? texts[$"Poll.{detail}.{value}"] : value;

    /// <summary>"ja", "misschien" or "als het moet", "nee".</summary>
    public static string Vote(Poll poll, Vote vote, Texts texts) =>
        texts[vote == Domain.Polls.Vote.Maybe && poll.Form == PollForm.YesIfNeedBeNo ? "Poll.Vote.IfNeedBe" : $"Poll.Vote.{vote}"];

    /// <summary>Of a date with its times, in the reader's language.</summary>
    public static string Title(Poll poll, PollOption option, Texts texts) =>
        option.Moment is { } moment ? Of(moment, DutchYear(poll), texts) : option.Title;

    /// <summary>"donderdag 4 februari, 13.30 – 16.30 uur"; with its year where that is another, or none is given.</summary>
    public static string Of(PollMoment moment, int? thisYear, Texts texts) =>
        texts.Plain("Gathering.When", texts.Day(moment.Date, thisYear ?? 0), $"{texts.Time(moment.Start)} – {texts.Time(moment.End)}");

    private static int DutchYear(Poll poll) => DutchTime.DayOf(poll.ClosesAt.AddMinutes(-1)).Year;
}
