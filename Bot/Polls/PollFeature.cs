using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Members;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Bot.Start;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>Polls and the answers of municipalities.</summary>
public sealed class PollFeature(
    AnswerPoll answer,
    IPollStore polls,
    PollCards cards,
    MemberFeature members,
    SharedCardRefresh shared) : IFeature, IStartSection
{
    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(PollCard.Answer, (click, cancellationToken) => Answer(click.Raw, click.Data.Poll, click.Data.Option, null, cancellationToken)),
        CardRoute.To(PollCard.Change, (click, cancellationToken) => Answer(click.Raw, click.Data.Poll, click.Data.Option, click.Data.Version, cancellationToken)),
        CardRoute.To(PollCard.Show, Show),
    ];

    public IEnumerable<ChatCommand> Commands =>
    [
        new(["peilingen", "polls"], async (message, cancellationToken) =>
            PollListCard.Render(await cards.Open(cancellationToken), Voter(await message.Who.Member), message.Texts)),
    ];

    public int Order => 2;

    public async Task<IReadOnlyList<CardElement>> Render(Person who, Texts texts, CancellationToken cancellationToken)
    {
        var open = await cards.Open(cancellationToken);
        return open.Count == 0 ? [] : [Part.Heading(texts.Rich("Start.Polls")), .. PollListCard.List(open, Voter(await who.Member), texts)];
    }

    private static Voter? Voter(Member member) => member.Affiliation is Affiliation.OfMunicipality { Code: var code } ? Domain.Polls.Voter.Of(code) : null;

    private async Task<Reply> Answer(CardClick click, string poll, string option, int? seenVersion, CancellationToken cancellationToken)
    {
        if (!PollId.TryParse(poll, out var id)) return Unknown(click);
        // Begun now, so that nobody waits for one after the other; it is remembered, and the card finds it there.
        var naming = cards.Network(cancellationToken);
        var outcome = await answer.Answer(click.Who, id, new(PollChoice.Of(option)) { SeenVersion = seenVersion }, cancellationToken);
        await naming;
        var affiliation = (await click.Who.Member).Affiliation;
        switch (outcome)
        {
            case AnswerOutcome.Stands stands:
                shared.Changed(PollContent.Of(id));
                return await cards.Personal(stands.Poll, stands.Tally, affiliation, null, click.Texts, cancellationToken);
            case AnswerOutcome.ConfirmChange confirm:
                return await cards.Confirm(confirm, click.Texts, cancellationToken);
            case AnswerOutcome.Closed closed:
                return await cards.Personal(closed.Poll, closed.Tally, affiliation, click.Texts["Poll.Closed"], click.Texts, cancellationToken);
            case AnswerOutcome.NoMunicipality looking:
                return await cards.Personal(looking.Poll, looking.Tally, affiliation, click.Texts["Poll.NoMunicipality"], click.Texts, cancellationToken);
            case AnswerOutcome.AffiliationNeeded:
                return await members.Ask(click.Who, new(click.Verb, click.Data), null, click.Texts, cancellationToken);
            default:
                return Unknown(click);
        }
    }

    private async Task<Reply> Show(CardClick<PollCard.PollData> click, CancellationToken cancellationToken)
    {
        if (!PollId.TryParse(click.Data.Poll, out var id)) return Unknown(click.Raw);
        var tallying = polls.Tally(id, cancellationToken);
        if (await polls.Find(id, cancellationToken) is not { } poll) return Unknown(click.Raw);
        var affiliation = (await click.Who.Member).Affiliation;
        return affiliation is null
            ? await members.Ask(click.Who, new(click.Raw.Verb, PollCard.Show.Carry(click.Data)), null, click.Texts, cancellationToken)
            : await cards.Personal(poll, await tallying, affiliation, null, click.Texts, cancellationToken);
    }

    private static Reply Unknown(CardClick click) => new Reply.Start(click.Texts["Poll.Unknown"]);
}
