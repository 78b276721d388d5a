using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>Which municipalities join a Thorbecke experiment, with what they told of it; and which think about it.</summary>
public static class JoinersCard
{
    public static readonly CardAction<PollCard.PollData> Show = new("poll.joiners");
    public static readonly CardAction<PollCard.PollData> Export = new("poll.export");

    // What many municipalities tell together would be more than a card holds; the workbook has all of it.
    private const int MostInFull = 12;

    /// <param name="poll">A Thorbecke poll.</param>
    /// <param name="answers">Those that stand, with their details.</param>
    /// <param name="network">Names the municipalities.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(Poll poll, IReadOnlyList<PollAnswer> answers, Network network, Texts texts)
    {
        var order = StringComparer.Create(texts.Culture, ignoreCase: true);
        var named = answers.Select(answer => (Name: Name(answer, network), Answer: answer)).OrderBy(one => one.Name, order).ToList();
        var joiners = named.FindAll(one => one.Answer.Choice.Has(ThorbeckePoll.Joins));
        var considering = named.FindAll(one => one.Answer.Choice.Has(ThorbeckePoll.Considers));
        return new(
            [
                Part.Note(poll.Question),
                Part.Title(texts.Rich("Joiners.Title", texts.Count("Municipalities", joiners.Count))),
                .. joiners.Count == 0 ? [new TextBlock(texts.Rich("Joiners.None"))] : Array.Empty<CardElement>(),
                .. joiners.Take(MostInFull).Select(one => Joiner(poll, one.Name, one.Answer, texts)),
                .. joiners.Count > MostInFull ? [new TextBlock(texts.Rich("Joiners.More", string.Join(", ", joiners.Skip(MostInFull).Select(one => one.Name))))] : Array.Empty<CardElement>(),
                .. considering.Count == 0 ? Array.Empty<CardElement>() : [Part.Heading(texts.Rich("Joiners.Considering", considering.Count)), new TextBlock(string.Join(", ", considering.Select(one => one.Name)))],
                Part.Buttons(
                    Export.Button(texts["Joiners.Export"], new(poll.Id.ToString())),
                    PollOverviewCard.Show.Button(texts["Poll.DetailsBack"], new(poll.Id.ToString()))),
            ],
            texts.Plain("Joiners.Title", texts.Count("Municipalities", joiners.Count)))
        {
            Lang = texts.Lang,
        };
    }

    private static Container Joiner(Poll poll, string name, PollAnswer answer, Texts texts)
    {
        var told = poll.Details.Where(detail => answer.Details?[detail] is not null).Select(detail => new Fact(texts[$"Poll.Detail.{detail}"], ChoiceText.Of(detail, answer.Details![detail]!, texts))).ToList();
        if (answer.Source is { Length: > 0 } source) told.Add(new(texts["Poll.Source"], source));
        return new(
        [
            new TextBlock(name) { Weight = "bolder" },
            told.Count == 0 ? Part.Note(texts.Rich("Joiners.NothingTold")) with { Spacing = "none" } : new FactSet(told) { Spacing = "small" },
        ])
        { Separator = true, Spacing = "medium" };
    }

    private static string Name(PollAnswer answer, Network network) => answer.Voter.Municipality is { } code ? network.NameOf(new Affiliation.OfMunicipality(code)) : "";
}
