using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>All there is to see of a result, for everybody who may: which municipality chose what, which is silent, how the answers came in. Names of people stand on no card but the organisers'.</summary>
public static class PollResultsCard
{
    public static readonly CardAction<PollCard.PollData> Show = new("poll.results");

    /// <param name="view">What was asked and answered, as far as the reader may see it.</param>
    /// <param name="texts">In the reader's language.</param>
    public static AdaptiveCard Render(PollView view, Texts texts) =>
        new(
            [
                Part.Title(view.Poll.Question),
                .. PollWhoPart.Render(view, alwaysSilent: false, texts),
                Part.Note(PollCard.ClosingText(view.Poll, view.Now, texts)),
                Part.Buttons(PollCard.Show.Button(texts["Poll.DetailsBack"], new(view.Poll.Id.ToString()))),
            ],
            texts.Plain("Poll.Summary", view.Poll.Question))
        {
            Lang = texts.Lang,
        };

    /// <summary>The way to it, where there is more to see than stands on the poll itself.</summary>
    internal static IEnumerable<CardElement> Button(PollView view, Texts texts) =>
        view.Sight == ResultSight.Shown && !view.Poll.IsAnonymous && view.Tally.Answered > 0
            ? [Part.Buttons(Show.Button(texts["Poll.MoreResults"], new(view.Poll.Id.ToString()), withInputs: false))]
            : [];
}
