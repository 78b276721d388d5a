using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>An organiser enters answers that came by phone or mail.</summary>
public sealed class OnBehalfFeature(AnswerPoll answer, IPollStore polls, IMembers members, PollCards cards, PollOverview overview, SharedCardRefresh shared, OrganiserGate organisers) : IFeature
{
    private const int MostPeople = 15;

    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(PollOnBehalfCard.Open, organisers.Only<PollCard.PollData>(async (click, cancellationToken) => await Find(click.Data.Poll, cancellationToken) is { } poll
            ? await cards.OnBehalf(poll, new(click.Data.Poll), [], null, [], click.Texts, cancellationToken)
            : new Reply.Start(click.Texts["Poll.Unknown"]))),
        CardRoute.To(PollOnBehalfCard.Enter, organisers.Only<PollOnBehalfCard.EnterData>(Enter)),
    ];

    private async Task<Reply> Enter(CardClick<PollOnBehalfCard.EnterData> click, CancellationToken cancellationToken)
    {
        var (typed, texts) = (click.Data, click.Texts);
        if (await Find(typed.Poll, cancellationToken) is not { } poll) return new Reply.Start(texts["Poll.Unknown"]);
        var (voter, people) = await Whose(poll, typed, texts, cancellationToken);
        // Shown again as words, never as an id.
        if (voter?.Person is { } person && await members.Find(person, cancellationToken) is { } member) typed = typed with { Person = member.Email ?? member.Name };
        if (voter is null) return await Form(people.Count > 0 ? "OnBehalf.PersonMany" : poll.Per == VoterKind.Person ? "OnBehalf.PersonFirst" : "OnBehalf.MunicipalityFirst");
        if (typed.Source?.Trim() is not { Length: > 0 and <= PollLimits.Source } source) return await Form("OnBehalf.SourceFirst");
        switch (await answer.OnBehalf(click.Who.Id, poll.Id, voter.Value, source, new(typed.Read()) { SeenVersion = typed.Version, Details = typed.ReadDetails() }, cancellationToken))
        {
            case AnswerOutcome.Stands stands:
                shared.Changed(PollContent.Of(poll.Id));
                var entered = texts.Plain("OnBehalf.Entered", await cards.Whose(stands.Voter, texts, cancellationToken), ChoiceText.Brief(stands.Poll, AnswerRules.Read(stands.Poll, typed.Read())!, texts));
                return await overview.Show(typed.Poll, entered, texts, cancellationToken);
            case AnswerOutcome.ConfirmChange confirm:
                return await cards.ConfirmOnBehalf(confirm, typed, texts, cancellationToken);
            case AnswerOutcome.Mistaken { Details: { Count: > 0 } wrong }:
                return await Form("Poll.DetailsMistakes", wrong);
            case AnswerOutcome.Mistaken:
                return await Form("Poll.ChooseFirst");
            case AnswerOutcome.NoMunicipality:
                return await Form("OnBehalf.MunicipalityFirst");
            case AnswerOutcome.Closed:
                return await overview.Show(typed.Poll, texts["Poll.Closed"], texts, cancellationToken);
            default:
                return new Reply.Start(texts["Poll.Unknown"]);
        }

        async Task<Reply> Form(string mistake, IReadOnlyList<PollDetail>? wrong = null) => await cards.OnBehalf(poll, typed, people, texts[mistake], wrong ?? [], texts, cancellationToken);
    }

    /// <returns>Nobody where it isn't certain, with those whom the words may mean.</returns>
    private async Task<(Voter? Voter, IReadOnlyList<Choice> People)> Whose(Poll poll, PollOnBehalfCard.EnterData typed, Texts texts, CancellationToken cancellationToken)
    {
        if (poll.Per == VoterKind.Municipality) return (MunicipalityCode.TryParse(typed.Municipality, out var code) ? Voter.Of(code) : null, []);
        if (typed.Person?.Trim() is not { Length: > 0 } words) return (null, []);
        var known = (await members.All(cancellationToken)).Where(member => !member.IsLeaving).ToList();
        var meant = known.FirstOrDefault(member => member.Id.ToString() == words || string.Equals(member.Email, words, StringComparison.OrdinalIgnoreCase)) is { } certain
            ? [certain]
            : known.Where(member => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All($"{member.Name} {member.Email}".ContainsLoosely)).ToList();
        return meant is [var one]
            ? (Voter.Of(one.Id), [])
            : (null, [.. meant.OrderBy(member => member.Name, StringComparer.Create(texts.Culture, ignoreCase: true)).Take(MostPeople).Select(member => new Choice(member.Email is { } email ? $"{member.Name} ({email})" : member.Name, member.Id.ToString()))]);
    }

    private async Task<Poll?> Find(string poll, CancellationToken cancellationToken) => PollId.TryParse(poll, out var id) && await polls.Find(id, cancellationToken) is { IsAnonymous: false } found ? found : null;
}
