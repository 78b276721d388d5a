using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Overview;

/// <summary>Which municipality answered what, and which is silent. For organisers.</summary>
public static class PollOverviewCard
{
    /// <param name="poll">What was asked.</param>
    /// <param name="answers">Names of municipalities, by the key of the option they chose.</param>
    /// <param name="silent">Names of municipalities that have not answered.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(Poll poll, ILookup<string, string> answers, IReadOnlyList<string> silent, Texts texts) =>
        new(
            [
                Part.Title(poll.Question),
                .. poll.Options.SelectMany(option => Group(texts.Rich("Overview.Option", option.Title, answers[option.Key].Count()), [.. answers[option.Key]], texts)),
                .. Group(texts.Rich("Overview.Silent", silent.Count), silent, texts),
            ],
            texts["Overview.Title"])
        {
            Lang = texts.Lang,
        };

    private static IEnumerable<CardElement> Group(CardText heading, IReadOnlyList<string> names, Texts texts)
    {
        yield return Part.Heading(heading);
        yield return new TextBlock(names.Count == 0 ? texts["Overview.None"] : string.Join(", ", names)) { Spacing = "none" };
    }
}
