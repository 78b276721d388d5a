using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>The open polls, with the answer of the person or their municipality.</summary>
public static class PollListCard
{
    public static AdaptiveCard Render(IReadOnlyList<(Poll Poll, PollTally Tally)> polls, Member member, Texts texts) =>
        new([Part.Title(texts.Rich("Polls.Title")), .. List(polls, member, texts)], texts["Polls.Title"]) { Lang = texts.Lang };

    public static IEnumerable<CardElement> List(IReadOnlyList<(Poll Poll, PollTally Tally)> polls, Member member, Texts texts)
    {
        if (polls.Count == 0) yield return new TextBlock(texts.Rich("Polls.Empty"));
        foreach (var (poll, tally) in polls)
        {
            yield return new Container(
            [
                new TextBlock(poll.Question) { Weight = "bolder" },
                Part.Note(Standing(poll, tally, member, texts)) with { Spacing = "none" },
                Part.Buttons(PollCard.Show.Button(texts["Polls.Open"], new(poll.Id.ToString()))),
            ])
            { Separator = true, Spacing = "medium" };
        }
    }

    private static CardText Standing(Poll poll, PollTally tally, Member member, Texts texts)
    {
        var answer = poll.VoterOf(member) is { } voter ? tally.Of(voter) : null;
        var isMunicipality = poll.Per == VoterKind.Municipality;
        return answer switch
        {
            null => texts.Rich(isMunicipality ? "Polls.NotAnswered" : "Polls.NotAnsweredMine"),
            { Choice: null } => texts.Rich("Polls.TookPart"),
            { Choice: { } choice } => texts.Rich(isMunicipality ? "Polls.Answered" : "Polls.AnsweredMine", ChoiceText.Brief(poll, choice, texts)),
        };
    }
}
