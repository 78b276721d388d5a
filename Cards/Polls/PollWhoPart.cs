using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>The whole result: who chose what, who is silent and how the answers came in, as far as the reader may see it.</summary>
internal static class PollWhoPart
{
    // What all names together take must fit on a card; the workbook has all of them.
    private const int MostNames = 400;

    /// <param name="view">What was asked and answered.</param>
    /// <param name="alwaysSilent">Who is silent shows also where what was answered doesn't.</param>
    /// <param name="texts">In the reader's language.</param>
    public static IEnumerable<CardElement> Render(PollView view, bool alwaysSilent, Texts texts)
    {
        var isShown = view.Sight == ResultSight.Shown;
        return
        [
            .. isShown && PollNames.AreKnown(view) ? ByOption(view, texts) : PollResultPart.Render(view, texts),
            .. view.Poll.IsAnonymous ? [Part.Note(texts.Rich("Poll.AnonymousResult"))] : Array.Empty<CardElement>(),
            .. view.Poll.Per == VoterKind.Municipality && (isShown || alwaysSilent) ? Silent(view, texts) : [],
            .. isShown ? PollTurnoutPart.Render(view, texts) : [],
        ];
    }

    private static IEnumerable<CardElement> ByOption(PollView view, Texts texts)
    {
        var poll = view.Poll;
        var isChoice = poll.Form is PollForm.OneChoice or PollForm.SeveralChoices;
        var votes = isChoice ? [Vote.Yes] : Enum.GetValues<Vote>();
        var most = Math.Max(PollNames.Few, MostNames / (poll.Options.Length * votes.Length));
        yield return Part.Heading(PollResultPart.Answered(poll, view.Tally, view.Network.Municipalities.Count, texts));
        foreach (var element in PollResultPart.Chart(view, texts)) yield return element;
        foreach (var option in poll.Options)
        {
            var title = ChoiceText.Title(poll, option, texts);
            if (isChoice)
            {
                foreach (var element in Group(texts.Rich("Overview.Option", title, view.Tally.Count(option.Key)), PollNames.Of(view, option, Vote.Yes, texts, most), texts)) yield return element;
                continue;
            }

            yield return Part.Heading(title);
            // What nobody answered would only make it long.
            var given = votes.Where(vote => view.Tally.Count(option.Key, vote) > 0).ToList();
            if (given.Count == 0) yield return new TextBlock(texts["Overview.None"]) { Spacing = "none" };
            foreach (var vote in given)
            {
                var names = PollNames.Of(view, option, vote, texts, most) ?? "";
                yield return new TextBlock(texts.Rich("Overview.Vote", ChoiceText.Vote(poll, vote, texts), view.Tally.Count(option.Key, vote), names)) { Spacing = "none" };
            }
        }
    }

    private static IEnumerable<CardElement> Silent(PollView view, Texts texts)
    {
        var names = view.Network.Municipalities.Values.Where(one => view.Tally.Of(one.Code) is null).Select(one => one.Name).ToList();
        return Group(texts.Rich("Overview.Silent", names.Count), PollNames.List(names, MostNames, texts), texts);
    }

    private static IEnumerable<CardElement> Group(CardText heading, string? names, Texts texts)
    {
        yield return Part.Heading(heading);
        yield return new TextBlock(names ?? texts["Overview.None"]) { Spacing = "none" };
    }
}
