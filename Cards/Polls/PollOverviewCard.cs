using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>Which municipality answered what, which is silent, and how the answers came in. For organisers.</summary>
public static class PollOverviewCard
{
    public static readonly CardAction<PollOverviewData> Show = new("overview.poll");

    /// <param name="Poll">The <see cref="Domain.PollId"/> as text.</param>
    public sealed record PollOverviewData(string Poll);

    /// <param name="view">What was asked and answered, as an organiser may see it.</param>
    /// <param name="actions">What an organiser can do with it.</param>
    /// <param name="notice">What just happened, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(PollView view, IReadOnlyList<CardButton> actions, string? notice, Texts texts) =>
        new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, "accent")],
                Part.Title(view.Poll.Question),
                .. actions.Count == 0 ? Array.Empty<CardElement>() : [Part.Buttons(actions)],
                .. PollWhoPart.Render(view, alwaysSilent: true, texts),
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
                new TextBlock(PollResultPart.Answered(poll, tally, municipalities, texts)) { Spacing = "none" },
                Part.Buttons(Show.Button(texts["Overview.WhoAnswered"], new(poll.Id.ToString()))),
            ]);
        }
    }
}
