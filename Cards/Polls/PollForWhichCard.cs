using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>Somebody who works for several municipalities says for which the answer is.</summary>
public static class PollForWhichCard
{
    private const int ButtonsInARow = 6;

    /// <param name="poll">What was asked.</param>
    /// <param name="chosen">What was clicked.</param>
    /// <param name="municipalities">For which the person works.</param>
    /// <param name="texts">In the person's language.</param>
    public static AdaptiveCard Render(Poll poll, PollChoice chosen, IReadOnlyList<Municipality> municipalities, Texts texts) =>
        new(
            [
                Part.Title(poll.Question),
                Part.Notice(texts.Plain("Poll.ForWhich", ChoiceText.Brief(poll, chosen, texts)), "accent"),
                .. municipalities.Select(one => PollCard.Answer.Button(one.Name, new(poll.Id.ToString(), chosen.ToString(), one.Code.ToString()))).Chunk(ButtonsInARow).Select(row => Part.Buttons([.. row])),
                Part.Buttons(PollCard.Show.Button(texts["Poll.DetailsBack"], new(poll.Id.ToString()))),
            ],
            texts.Plain("Poll.Summary", poll.Question))
        {
            Lang = texts.Lang,
        };
}
