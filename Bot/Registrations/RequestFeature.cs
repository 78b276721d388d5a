using System.Collections.Immutable;
using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Registrations;

/// <summary>An organiser confirms or declines registrations, and takes on the catering.</summary>
public sealed class RequestFeature(
    DecideRequests decide,
    IRegistrationStore registrations,
    Invitations invitations,
    Participants participants,
    SharedCardRefresh shared,
    OrganiserGate organisers) : IFeature
{
    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(RequestsCard.Show, organisers.Only<RequestsCard.RequestsData>((click, cancellationToken) => List(click.Data.Gathering, null, null, click.Texts, cancellationToken))),
        CardRoute.To(RequestsCard.Confirm, organisers.Only<RequestsCard.DecisionData>(Confirm)),
        CardRoute.To(RequestsCard.Refuse, organisers.Only<RequestsCard.DecisionData>(Refuse)),
    ];

    private async Task<Reply> Confirm(CardClick<RequestsCard.DecisionData> click, CancellationToken cancellationToken) =>
        GatheringId.TryParse(click.Data.Gathering, out var id)
            ? await Decided(id, await decide.Confirm(id, People(click.Data), cancellationToken), click.Texts, cancellationToken)
            : Unknown(click.Texts);

    private async Task<Reply> Refuse(CardClick<RequestsCard.DecisionData> click, CancellationToken cancellationToken)
    {
        if (!GatheringId.TryParse(click.Data.Gathering, out var id)) return Unknown(click.Texts);
        var reason = click.Data.Reason?.Trim() ?? "";
        return reason.Length is 0 or > RequestsCard.LongestReason
            ? await List(click.Data.Gathering, click.Texts["Requests.ReasonFirst"], reason, click.Texts, cancellationToken)
            : await Decided(id, await decide.Refuse(id, People(click.Data), reason, cancellationToken), click.Texts, cancellationToken);
    }

    private async Task<Reply> Decided(GatheringId id, ApprovalOutcome? outcome, Texts texts, CancellationToken cancellationToken)
    {
        if (outcome is null) return Unknown(texts);
        shared.Changed(InvitationContent.Of(id));
        var notice = outcome switch
        {
            { Refused: > 0 } => texts.Plain("Requests.Refused", outcome.Refused),
            { Placed: 0, Waiting: 0 } => texts["Requests.Nothing"],
            _ => texts.Plain("Requests.Confirmed", outcome.Placed, outcome.Waiting),
        };
        return await List(id.ToString(), notice, null, texts, cancellationToken);
    }

    private async Task<Reply> List(string gathering, string? notice, string? reason, Texts texts, CancellationToken cancellationToken)
    {
        if (await invitations.Current(gathering, cancellationToken) is not var (found, sheet)) return Unknown(texts);
        var names = await participants.Names(texts, cancellationToken);
        ImmutableArray<MemberId> first = [.. sheet.Requests.Take(RequestsCard.Most).Select(place => place.Member)];
        var shown = RequestsCard.Fitting(
            (await registrations.Of(found.Id, first, cancellationToken))
                .OrderBy(one => first.IndexOf(one.Member))
                .Select(one => new RequestsCard.Request(one.Member, names.Of(one), RegistrationAnswers.Of(found, one, texts))));
        return RequestsCard.Render(
            found,
            GatheringTexts.AttendanceAndPlaces(sheet, texts),
            shown,
            sheet.Requests.Count - shown.Count,
            notice,
            reason,
            texts);
    }

    private static ImmutableArray<MemberId> People(RequestsCard.DecisionData data) =>
        [.. data.People.Split(' ').Where(Key.IsValid).Take(RequestsCard.Most).Select(id => new MemberId(id))];

    private static Reply.Start Unknown(Texts texts) => new(texts["Invitation.Unknown"]);
}
