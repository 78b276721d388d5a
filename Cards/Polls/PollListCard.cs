using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>The open polls, with the answer of the person's municipality.</summary>
public static class PollListCard
{
    public static AdaptiveCard Render(IReadOnlyList<(Poll Poll, PollTally Tally)> polls, Voter? mine, Texts texts) =>
        new([Part.Title(texts.Rich("Polls.Title")), .. List(polls, mine, texts)], texts["Polls.Title"]) { Lang = texts.Lang };

    public static IEnumerable<CardElement> List(IReadOnlyList<(Poll Poll, PollTally Tally)> polls, Voter? mine, Texts texts)
    {
        if (polls.Count == 0) yield return new TextBlock(texts.Rich("Polls.Empty"));
        foreach (var (poll, tally) in polls)
        {
            var answer = mine is { } voter ? tally.Of(voter) : null;
            yield return new Container(
            [
                new TextBlock(poll.Question) { Weight = "bolder" },
                Part.Note(answer is null ? texts.Rich("Polls.NotAnswered") : texts.Rich("Polls.Answered", string.Join(", ", poll.Options.Where(option => answer.Choice?.Has(option.Key) == true).Select(option => option.Title)))) with { Spacing = "none" },
                Part.Buttons(PollCard.Show.Button(texts["Polls.Open"], new(poll.Id.ToString()))),
            ])
            { Separator = true, Spacing = "medium" };
        }
    }
}
