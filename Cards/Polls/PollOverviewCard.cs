using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>Which municipality answered what, and which is silent. For organisers.</summary>
public static class PollOverviewCard
{
    public static readonly CardAction<PollOverviewData> Show = new("overview.poll");

    /// <param name="Poll">The <see cref="Domain.PollId"/> as text.</param>
    public sealed record PollOverviewData(string Poll);

    /// <param name="poll">What was asked.</param>
    /// <param name="answers">Names of municipalities, by the key of the option they chose.</param>
    /// <param name="silent">Names of municipalities that have not answered.</param>
    /// <param name="actions">What an organiser can do with it.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(Poll poll, ILookup<string, string> answers, IReadOnlyList<string> silent, IReadOnlyList<CardButton> actions, Texts texts) =>
        new(
            [
                Part.Title(poll.Question),
                .. actions.Count == 0 ? Array.Empty<CardElement>() : [Part.Buttons(actions)],
                .. poll.Options.SelectMany(option => Group(texts.Rich("Overview.Option", option.Title, answers[option.Key].Count()), [.. answers[option.Key]], texts)),
                .. Group(texts.Rich("Overview.Silent", silent.Count), silent, texts),
            ],
            texts["Overview.Title"])
        {
            Lang = texts.Lang,
        };

    /// <summary>The open polls on the overview of everything.</summary>
    public static IEnumerable<CardElement> List(IReadOnlyList<(Poll Poll, PollTally Tally)> polls, int municipalities, Texts texts)
    {
        yield return Part.Heading(texts.Rich("Start.Polls"));
        if (polls.Count == 0) yield return new TextBlock(texts.Rich("Polls.Empty"));
        foreach (var (poll, tally) in polls)
        {
            yield return new Container(
            [
                new TextBlock(poll.Question) { Weight = "bolder" },
                new TextBlock(texts.Rich("Poll.Result", tally.Answered, municipalities)) { Spacing = "none" },
                Part.Buttons(Show.Button(texts["Overview.WhoAnswered"], new(poll.Id.ToString()))),
            ]);
        }
    }

    private static IEnumerable<CardElement> Group(CardText heading, IReadOnlyList<string> names, Texts texts)
    {
        yield return Part.Heading(heading);
        yield return new TextBlock(names.Count == 0 ? texts["Overview.None"] : string.Join(", ", names)) { Spacing = "none" };
    }
}
