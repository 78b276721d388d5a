using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>How many answered, and what, as far as the reader may see it.</summary>
internal static class PollResultPart
{
    private static readonly string[] Colours = ["good", "warning", "neutral", "categoricalBlue", "categoricalTeal", "categoricalPurple"];

    public static IEnumerable<CardElement> Render(PollView view, Texts texts)
    {
        yield return Part.Heading(Answered(view.Poll, view.Tally, view.Network.Municipalities.Count, texts));
        if (view.Sight != ResultSight.Shown)
        {
            // Who speaks for no municipality has no way to answer.
            var key = view is { Sight: ResultSight.AfterAnswering, Neutral: false, Mine: null, Poll.Per: VoterKind.Municipality } ? "ForAnswerers" : $"{view.Sight}";
            yield return new TextBlock(texts.Rich($"Poll.Sight.{key}", PollLimits.FewestAnonymous));
            yield break;
        }

        if (view.Poll.Template == PollTemplate.Dates)
        {
            foreach (var element in DatesPart.Render(view, texts)) yield return element;
            yield break;
        }

        yield return new FactSet([.. view.Poll.Options.Select(option => new Fact(ChoiceText.Title(view.Poll, option, texts), Count(view, option, texts)))]);
        foreach (var element in Chart(view, texts)) yield return element;
    }

    /// <summary>Nothing before the first answer. Its figures stand as text beside it.</summary>
    public static IEnumerable<CardElement> Chart(PollView view, Texts texts)
    {
        if (view.Tally.Answered == 0) yield break;
        yield return new HorizontalBarChart(
            view.Poll.Question,
            [.. view.Poll.Options.Select((option, index) => new ChartBar(ChoiceText.Title(view.Poll, option, texts), view.Tally.Count(option.Key)) { Color = Colours[index % Colours.Length] })])
        {
            // A client without charts needs nothing more than the text.
            Fallback = Part.Note(texts.Rich("Poll.NoChart")),
        };
    }

    /// <summary>"Geantwoord: 7 van de 12 gemeenten", "Geantwoord: 24 mensen".</summary>
    public static CardText Answered(Poll poll, PollTally tally, int municipalities, Texts texts) => poll.Per == VoterKind.Municipality
        ? texts.Rich("Poll.Result", tally.Answered, municipalities)
        : texts.Rich("Poll.ResultPersons", texts.Count("Poll.Persons", tally.Answered));

    /// <summary>"2 gemeenten: Lochem, Waalwijk"; of votes "1 ja (Lochem), 0 misschien, 1 nee (Waalwijk)".</summary>
    private static string Count(PollView view, PollOption option, Texts texts)
    {
        if (view.Poll.Form is not (PollForm.OneChoice or PollForm.SeveralChoices))
        {
            return string.Join(", ", Enum.GetValues<Vote>().Select(vote =>
                $"{view.Tally.Count(option.Key, vote)} {ChoiceText.Vote(view.Poll, vote, texts)}" + (PollNames.Of(view, option, vote, texts) is { } who ? $" ({who})" : "")));
        }

        var count = texts.Count(view.Poll.Per == VoterKind.Municipality ? "Municipalities" : "Poll.Persons", view.Tally.Count(option.Key));
        return PollNames.Of(view, option, Vote.Yes, texts) is { } names ? $"{count}: {names}" : count;
    }
}
