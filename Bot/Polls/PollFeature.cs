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

/// <summary>Polls and the answers of municipalities and people.</summary>
public sealed class PollFeature(
    AnswerPoll answer,
    IPollStore polls,
    PollCards cards,
    MemberFeature members,
    SharedCardRefresh shared) : IFeature, IStartSection
{
    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(PollCard.Answer, (click, cancellationToken) => Answer(click.Raw, click.Data.Poll, Clicked(PollChoice.Parse(click.Data.Option), click.Data.For), cancellationToken), data => data.Secret == true ? Look(data.Poll) : null),
        CardRoute.To(PollCard.Fill, (click, cancellationToken) => Answer(click.Raw, click.Data.Poll, Clicked(click.Data.Read(), click.Data.For), cancellationToken), data => data.Secret == true ? Look(data.Poll) : null),
        CardRoute.To(HostOffer.Offer, (click, cancellationToken) =>
            Answer(click.Raw, click.Data.Poll, Clicked(PollChoice.Of(HostPoll.Offers), click.Data.For) with { SeenVersion = click.Data.Version, Details = click.Data.Read() }, cancellationToken)),
        CardRoute.To(PollChangeCard.Change, (click, cancellationToken) =>
            Answer(click.Raw, click.Data.Poll, Clicked(PollChoice.Parse(click.Data.Option), click.Data.For) with { SeenVersion = click.Data.Version }, cancellationToken)),
        CardRoute.To(PollDetailsCard.Open, OpenDetails),
        CardRoute.To(PollDetailsCard.Tell, Tell),
        CardRoute.To(PollCard.Show, Show),
        CardRoute.To(PollResultsCard.Show, Results),
    ];

    public IEnumerable<ChatCommand> Commands =>
    [
        new(["peilingen", "polls"], async (message, cancellationToken) => PollListCard.Render(await cards.Open(cancellationToken), await message.Who.Member, message.Texts)),
    ];

    public int Order => 2;

    public async Task<IReadOnlyList<CardElement>> Render(Person who, Texts texts, CancellationToken cancellationToken)
    {
        var open = await cards.Open(cancellationToken);
        return open.Count == 0 ? [] : [Part.Heading(texts.Rich("Start.Polls")), .. PollListCard.List(open, await who.Member, texts)];
    }

    private static CarriedClick Look(string poll) => new(PollCard.Show.Verb, PollCard.Show.Carry(new(poll)));

    private static PollClick Clicked(PollChoice choice, string? municipality) => new(choice) { For = MunicipalityCode.TryParse(municipality, out var code) ? code : null };

    private async Task<Reply> Answer(CardClick click, string poll, PollClick clicked, CancellationToken cancellationToken)
    {
        if (!PollId.TryParse(poll, out var id)) return Unknown(click);
        var outcome = await answer.Answer(click.Who, id, clicked, cancellationToken);
        var (texts, member) = (click.Texts, await click.Who.Member);
        switch (outcome)
        {
            case AnswerOutcome.Stands stands:
                shared.Changed(PollContent.Of(id));
                // An offer shows what was told with it.
                if (stands.Poll.Template == PollTemplate.Host && stands.Replaced is null && stands.Voter == stands.Poll.VoterOf(member)) return await cards.Personal(stands.Poll, member, null, texts, cancellationToken);
                return await cards.Clicked(stands.Poll, stands.Tally, stands.Voter, member, null, stands.Replaced, texts, cancellationToken);
            case AnswerOutcome.TookPart tookPart:
                shared.Changed(PollContent.Of(id));
                return await cards.Clicked(tookPart.Poll, tookPart.Tally, tookPart.Voter, member, texts[tookPart.Before ? "Poll.TookPartBefore" : "Poll.Counted"], null, texts, cancellationToken);
            case AnswerOutcome.ConfirmChange { Poll.Template: PollTemplate.Host } confirm when clicked.Details is { } typed:
                return await cards.Offer(confirm.Poll, confirm.Current.Voter, typed, [], await cards.Colleague(confirm, texts, cancellationToken), texts, cancellationToken);
            case AnswerOutcome.ConfirmChange confirm when clicked.Details is { } typed:
                return await cards.DetailsMeanwhile(confirm, member.Id, typed, texts, cancellationToken);
            case AnswerOutcome.ConfirmChange confirm:
                return await cards.Confirm(confirm, texts, cancellationToken);
            // No card that comes back carries what somebody chose in an anonymous poll.
            case AnswerOutcome.ForWhich { Poll.IsAnonymous: true } several:
                return await cards.Personal(several.Poll, member, texts["Poll.ForWhichAnonymous"], texts, cancellationToken);
            case AnswerOutcome.ForWhich several:
                return PollForWhichCard.Render(several.Poll, clicked.Choice, several.Municipalities, texts);
            case AnswerOutcome.Mistaken { Poll.Template: PollTemplate.Host, Details.Count: > 0 } mistaken when await For(mistaken.Poll, member, clicked.For?.ToString(), cancellationToken) is { } voter:
                return await cards.Offer(mistaken.Poll, voter, clicked.Details ?? AnswerDetails.None, mistaken.Details, texts["Poll.DetailsMistakes"], texts, cancellationToken);
            case AnswerOutcome.Mistaken { Details.Count: > 0 } mistaken:
                return await Details(mistaken.Poll, member, clicked.For?.ToString(), clicked, click, cancellationToken);
            case AnswerOutcome.Mistaken mistaken:
                // What isn't an option any more stood on a card of before the poll was changed.
                return await Looking(mistaken.Poll, mistaken.Tally, clicked.Choice.Votes.Keys.All(option => mistaken.Poll.Find(option) is not null) ? "Poll.ChooseFirst" : "Outdated");
            case AnswerOutcome.Closed closed:
                return await Looking(closed.Poll, closed.Tally, "Poll.Closed");
            case AnswerOutcome.NoMunicipality looking:
                return await Looking(looking.Poll, looking.Tally, "Poll.NoMunicipality");
            case AnswerOutcome.AffiliationNeeded needed:
                return await members.Ask(click.Who, needed.Poll.IsAnonymous ? Look(poll) : new(click.Verb, click.Data), null, texts, cancellationToken);
            default:
                return Unknown(click);
        }

        async Task<Reply> Looking(Poll shown, PollTally tally, string notice) =>
            await cards.Clicked(shown, tally, shown.VoterOf(member), member, texts[notice], null, texts, cancellationToken);
    }

    private async Task<Reply> OpenDetails(CardClick<PollDetailsCard.OpenData> click, CancellationToken cancellationToken) =>
        PollId.TryParse(click.Data.Poll, out var id) && await polls.Find(id, cancellationToken) is { } poll
            ? await Details(poll, await click.Who.Member, click.Data.For, null, click.Raw, cancellationToken)
            : Unknown(click.Raw);

    private async Task<Reply> Details(Poll poll, Member member, string? municipality, PollClick? typed, CardClick click, CancellationToken cancellationToken) =>
        await For(poll, member, municipality, cancellationToken) is { } voter && !poll.Details.IsEmpty
        && await cards.Details(poll, voter, member.Id, typed, click.Texts, cancellationToken) is { } form
            ? form
            : await cards.Personal(poll, member, null, click.Texts, cancellationToken);

    private async Task<Reply> Tell(CardClick<PollDetailsCard.TellData> click, CancellationToken cancellationToken)
    {
        var data = click.Data;
        if (!PollId.TryParse(data.Poll, out var id) || await polls.Find(id, cancellationToken) is not { } poll) return Unknown(click.Raw);
        var member = await click.Who.Member;
        // Only what the poll asks for stood on the card.
        var told = data.Read().Where((detail, _) => poll.Details.Contains(detail));
        return await For(poll, member, data.For, cancellationToken) is { } voter && await polls.Answer(id, voter, cancellationToken) is var (current, _)
            ? await Answer(click.Raw, data.Poll, Clicked(current.Choice, data.For) with { SeenVersion = data.Version, Details = told }, cancellationToken)
            : await cards.Personal(poll, member, null, click.Texts, cancellationToken);
    }

    private async Task<Voter?> For(Poll poll, Member member, string? municipality, CancellationToken cancellationToken)
    {
        if (poll.Per == VoterKind.Person) return Voter.Of(member.Id);
        return (await cards.Network(cancellationToken)).SpokenForBy(member).FirstOrDefault(one => municipality is null || one.Code.ToString() == municipality) is { } chosen ? Voter.Of(chosen.Code) : null;
    }

    private async Task<Reply> Show(CardClick<PollCard.PollData> click, CancellationToken cancellationToken)
    {
        if (!PollId.TryParse(click.Data.Poll, out var id) || await polls.Find(id, cancellationToken) is not { } poll) return Unknown(click.Raw);
        var member = await click.Who.Member;
        return member.Affiliation is null
            ? await members.Ask(click.Who, Look(click.Data.Poll), null, click.Texts, cancellationToken)
            : await cards.Personal(poll, member, null, click.Texts, cancellationToken);
    }

    private async Task<Reply> Results(CardClick<PollCard.PollData> click, CancellationToken cancellationToken)
    {
        if (!PollId.TryParse(click.Data.Poll, out var id) || await polls.Find(id, cancellationToken) is not { } poll) return Unknown(click.Raw);
        var member = await click.Who.Member;
        return await cards.Results(poll, member, click.Texts, cancellationToken) ?? await cards.Personal(poll, member, null, click.Texts, cancellationToken);
    }

    private static Reply Unknown(CardClick click) => new Reply.Start(click.Texts["Poll.Unknown"]);
}
