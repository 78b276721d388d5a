using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>Which municipality answered what, and which is silent. For organisers.</summary>
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
                .. view.Poll is { Per: VoterKind.Municipality, IsAnonymous: false, Form: PollForm.OneChoice or PollForm.SeveralChoices } ? ByOption(view, texts) : PollResultPart.Render(view, texts),
                .. view.Poll.Per == VoterKind.Municipality ? Silent(view, texts) : [],
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

    private static IEnumerable<CardElement> ByOption(PollView view, Texts texts) => view.Poll.Options.SelectMany(option =>
    {
        var names = Names(view, texts, answer => answer?.Choice?.Has(option.Key) == true);
        return Group(texts.Rich("Overview.Option", ChoiceText.Title(view.Poll, option, texts), names.Count), names, texts);
    });

    private static IEnumerable<CardElement> Silent(PollView view, Texts texts)
    {
        var names = Names(view, texts, answer => answer is null);
        return Group(texts.Rich("Overview.Silent", names.Count), names, texts);
    }

    private static List<string> Names(PollView view, Texts texts, Func<TalliedAnswer?, bool> which) =>
        [.. view.Network.Municipalities.Values.Where(one => which(view.Tally.Of(one.Code))).Select(one => one.Name).Order(StringComparer.Create(texts.Culture, ignoreCase: true))];

    private static IEnumerable<CardElement> Group(CardText heading, IReadOnlyList<string> names, Texts texts)
    {
        yield return Part.Heading(heading);
        yield return new TextBlock(names.Count == 0 ? texts["Overview.None"] : string.Join(", ", names)) { Spacing = "none" };
    }
}
