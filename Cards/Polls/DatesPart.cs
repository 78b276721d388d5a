using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>The dates with how many can come, and the best one with who can't.</summary>
internal static class DatesPart
{
    private const int MostNames = 12;

    public static IEnumerable<CardElement> Render(PollView view, Texts texts)
    {
        if (view.Tally.Answered == 0) yield break;
        if (DateRules.Best(view.Poll, view.Tally, view.Now) is { } best)
        {
            yield return Part.Notice(texts.Rich("DatesPoll.Best", ChoiceText.Title(view.Poll, best, texts)), "good");
            if (Who(view, best, Vote.No, texts) is { } names) yield return new TextBlock(texts.Rich("DatesPoll.Cannot", names)) { Spacing = "small" };
        }

        foreach (var option in view.Poll.Options)
        {
            yield return new TextBlock(ChoiceText.Title(view.Poll, option, texts)) { Weight = "bolder", Spacing = "small" };
            yield return new TextBlock(Counts(view, option, texts)) { Spacing = "none" };
        }
    }

    /// <summary>"7 ja, 1 als het moet, 2 nee".</summary>
    public static string Counts(PollView view, PollOption option, Texts texts) =>
        string.Join(", ", Enum.GetValues<Vote>().Select(vote => $"{view.Tally.Count(option.Key, vote)} {ChoiceText.Vote(view.Poll, vote, texts)}"));

    /// <summary>The names of municipalities; of people only where the reader may know them.</summary>
    /// <returns>Null where there are none to tell.</returns>
    public static string? Who(PollView view, PollOption option, Vote vote, Texts texts)
    {
        var names = DateRules.Who(view.Tally, option, vote).Select(voter => Name(view, voter)).OfType<string>().Order(StringComparer.Create(texts.Culture, ignoreCase: true)).ToList();
        return names.Count == 0 ? null
            : names.Count <= MostNames ? string.Join(", ", names)
            : texts.Plain("DatesPoll.AndMore", string.Join(", ", names.Take(MostNames)), names.Count - MostNames);
    }

    private static string? Name(PollView view, Voter voter) =>
        voter.Municipality is { } code ? view.Network.NameOf(new Affiliation.OfMunicipality(code)) : view.Names?.GetValueOrDefault(voter.Person!.Value);
}
