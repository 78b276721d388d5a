using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Gatherings;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Polls;

/// <summary>An organiser sees who offers to host a gathering, and chooses one.</summary>
public sealed class HostFeature(
    IPollStore polls,
    ChooseHost choose,
    IGatherings gatherings,
    IRegistrationStore registrations,
    ToldPeople told,
    OfferedPeople offered,
    PollCards cards,
    SharedCardRefresh shared,
    OrganiserGate organisers,
    TimeProvider clock) : IFeature
{
    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(HostOffersCard.Show, organisers.Only<PollCard.PollData>((click, cancellationToken) => Show(click.Data.Poll, null, click.Texts, cancellationToken))),
        CardRoute.To(HostOffersCard.Ask, organisers.Only<HostOffersCard.ChooseData>((click, cancellationToken) => Ask(click, null, cancellationToken))),
        CardRoute.To(HostOffersCard.Choose, organisers.Only<HostOffersCard.ChooseData>(Choose)),
    ];

    private async Task<Reply> Show(string subject, string? notice, Texts texts, CancellationToken cancellationToken)
    {
        if (!PollId.TryParse(subject, out var id) || await polls.Find(id, cancellationToken) is not { Template: PollTemplate.Host, Gathering: { } gathering } poll) return Unknown(texts);
        return HostOffersCard.Render(
            poll,
            await gatherings.Find(gathering, cancellationToken),
            [.. (await polls.Answers(id, cancellationToken)).Where(answer => HostPoll.IsOffer(answer.Choice))],
            await cards.Network(cancellationToken),
            clock.GetUtcNow(),
            notice,
            texts);
    }

    private async Task<Reply> Ask(CardClick<HostOffersCard.ChooseData> click, string? notice, CancellationToken cancellationToken)
    {
        var (data, texts) = (click.Data, click.Texts);
        if (!PollId.TryParse(data.Poll, out var id) || await polls.Find(id, cancellationToken) is not { Template: PollTemplate.Host, Gathering: { } wanted } poll) return Unknown(texts);
        if (!MunicipalityCode.TryParse(data.Municipality, out var host)) return await Show(data.Poll, texts["OnBehalf.MunicipalityFirst"], texts, cancellationToken);
        if (poll.Host?.Chosen == host) return await Show(data.Poll, null, texts, cancellationToken);
        if (await gatherings.Find(wanted, cancellationToken) is not { Cancellation: null } gathering || gathering.EndsAt <= clock.GetUtcNow()) return await Show(data.Poll, texts["HostPoll.Over"], texts, cancellationToken);
        var offers = (await polls.Answers(id, cancellationToken)).Where(answer => HostPoll.IsOffer(answer.Choice)).ToList();
        if (offers.FirstOrDefault(answer => answer.Voter.Municipality == host) is not { } offer) return await Show(data.Poll, texts["HostPoll.WithdrawnMeanwhile"], texts, cancellationToken);
        var hosted = Hosting.Of(gathering, poll with { Host = new(host, (poll.Host?.Number ?? 0) + 1, poll.Host?.Chosen) }, offer, await cards.Network(cancellationToken));
        if (GatheringRules.Mistakes(hosted).Except(GatheringRules.Mistakes(gathering)).Any()) return await Show(data.Poll, texts["HostPoll.DoesNotFit"], texts, cancellationToken);
        return HostOffersCard.RenderConfirm(
            poll,
            gathering,
            offer,
            offers.Count - 1,
            hosted.Place == gathering.Place ? 0 : await told.OfMove(wanted, cancellationToken),
            (await registrations.Sheet(wanted, cancellationToken))?.Participants ?? 0,
            await cards.Network(cancellationToken),
            (await offered.Of([offer], cancellationToken)).Count > 0,
            clock.GetUtcNow(),
            notice,
            texts);
    }

    private async Task<Reply> Choose(CardClick<HostOffersCard.ChooseData> click, CancellationToken cancellationToken)
    {
        var (data, texts) = (click.Data, click.Texts);
        if (!PollId.TryParse(data.Poll, out var id) || !MunicipalityCode.TryParse(data.Municipality, out var host)) return Unknown(texts);
        var outcome = await choose.Choose(id, host, data.Seen, data.Offered, cancellationToken);
        if (outcome is HostOutcome.OfferChanged) return await Ask(click, texts["HostPoll.OfferChanged"], cancellationToken);
        var notice = outcome switch
        {
            HostOutcome.Chosen => texts.Plain("HostPoll.Done", (await cards.Network(cancellationToken)).NameOf(new Affiliation.OfMunicipality(host))),
            HostOutcome.ChosenMeanwhile => texts["HostPoll.Meanwhile"],
            HostOutcome.Withdrawn => texts["HostPoll.WithdrawnMeanwhile"],
            HostOutcome.GatheringOver => texts["HostPoll.Over"],
            _ => null,
        };
        shared.Changed(PollContent.Of(id));
        return await Show(data.Poll, notice, texts, cancellationToken);
    }

    private static Reply.Start Unknown(Texts texts) => new(texts["Poll.Unknown"]);
}
