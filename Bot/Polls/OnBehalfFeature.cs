using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>An organiser enters answers that came by phone or mail.</summary>
public sealed class OnBehalfFeature(AnswerPoll answer, IPollStore polls, PollCards cards, PollOverview overview, SharedCardRefresh shared, OrganiserGate organisers) : IFeature
{
    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(PollOnBehalfCard.Open, organisers.Only<PollCard.PollData>((click, cancellationToken) => Form(new(click.Data.Poll), null, click.Texts, cancellationToken))),
        CardRoute.To(PollOnBehalfCard.Enter, organisers.Only<PollOnBehalfCard.EnterData>(Enter)),
    ];

    private async Task<Reply> Enter(CardClick<PollOnBehalfCard.EnterData> click, CancellationToken cancellationToken)
    {
        var (typed, texts) = (click.Data, click.Texts);
        if (!MunicipalityCode.TryParse(typed.Municipality, out var municipality)) return await Form(typed, "OnBehalf.MunicipalityFirst", texts, cancellationToken);
        if (typed.Source?.Trim() is not { Length: > 0 and <= PollLimits.Source } source) return await Form(typed, "OnBehalf.SourceFirst", texts, cancellationToken);
        if (!PollId.TryParse(typed.Poll, out var id)) return new Reply.Start(texts["Poll.Unknown"]);
        switch (await answer.OnBehalf(click.Who.Id, id, municipality, source, new(typed.Read()) { SeenVersion = typed.Version, Details = typed.ReadDetails() }, cancellationToken))
        {
            case AnswerOutcome.Stands(var poll, _, var voter, _):
                shared.Changed(PollContent.Of(id));
                var name = (await cards.Network(cancellationToken)).NameOf(new Affiliation.OfMunicipality(voter.Municipality!.Value));
                return await overview.Show(typed.Poll, texts.Plain("OnBehalf.Entered", name, ChoiceText.Of(poll, AnswerRules.Read(poll, typed.Read())!, texts)), texts, cancellationToken);
            case AnswerOutcome.ConfirmChange confirm:
                return await cards.ConfirmOnBehalf(confirm, typed, texts, cancellationToken);
            case AnswerOutcome.Mistaken { Details: { Count: > 0 } wrong }:
                return await Form(typed, "Poll.DetailsMistakes", texts, cancellationToken, wrong);
            case AnswerOutcome.Mistaken:
                return await Form(typed, "Poll.ChooseFirst", texts, cancellationToken);
            case AnswerOutcome.NoMunicipality:
                return await Form(typed, "OnBehalf.MunicipalityFirst", texts, cancellationToken);
            case AnswerOutcome.Closed:
                return await overview.Show(typed.Poll, texts["Poll.Closed"], texts, cancellationToken);
            default:
                return new Reply.Start(texts["Poll.Unknown"]);
        }
    }

    private async Task<Reply> Form(PollOnBehalfCard.EnterData typed, string? mistake, Texts texts, CancellationToken cancellationToken, IReadOnlyList<PollDetail>? wrong = null) =>
        PollId.TryParse(typed.Poll, out var id) && await polls.Find(id, cancellationToken) is { IsAnonymous: false, Per: VoterKind.Municipality } poll
            ? await cards.OnBehalf(poll, typed, mistake is null ? null : texts[mistake], wrong ?? [], texts, cancellationToken)
            : new Reply.Start(texts["Poll.Unknown"]);
}
