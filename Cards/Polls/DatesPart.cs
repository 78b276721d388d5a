using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>The dates with how many can come, and the best one with who can't.</summary>
internal static class DatesPart
{
    public static IEnumerable<CardElement> Render(PollView view, Texts texts)
    {
        if (view.Tally.Answered == 0) yield break;
        if (DateRules.Best(view.Poll, view.Tally, view.Now) is { } best)
        {
            yield return Part.Notice(texts.Rich("DatesPoll.Best", ChoiceText.Title(view.Poll, best, texts)), "good");
            if (PollNames.Of(view, best, Vote.No, texts) is { } names) yield return new TextBlock(texts.Rich("DatesPoll.Cannot", names)) { Spacing = "small" };
        }

        if (StandsInInputs(view)) yield break;
        foreach (var option in view.Poll.Options)
        {
            yield return new TextBlock(ChoiceText.Title(view.Poll, option, texts)) { Weight = "bolder", Spacing = "small" };
            yield return new TextBlock(Counts(view, option, texts)) { Spacing = "none" };
        }
    }

    /// <summary>Whether the counts of a date stand with its input: ten dates twice would be too long for a phone.</summary>
    public static bool StandsInInputs(PollView view) => view is { CanAnswer: true, Sight: ResultSight.Shown, Poll.Template: PollTemplate.Dates, Tally.Answered: > 0 };

    /// <summary>"7 ja, 2 nee": what nobody answered is left out.</summary>
    public static string Given(PollView view, PollOption option, Texts texts) =>
        Counts(view, option, Enum.GetValues<Vote>().Where(vote => view.Tally.Count(option.Key, vote) > 0), texts);

    /// <summary>"7 ja, 1 als het moet, 2 nee".</summary>
    public static string Counts(PollView view, PollOption option, Texts texts) => Counts(view, option, Enum.GetValues<Vote>(), texts);

    private static string Counts(PollView view, PollOption option, IEnumerable<Vote> votes, Texts texts) =>
        string.Join(", ", votes.Select(vote => $"{view.Tally.Count(option.Key, vote)} {ChoiceText.Vote(view.Poll, vote, texts)}"));
}
