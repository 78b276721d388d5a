using System.Globalization;
using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Polls;
using LeerkringBot.Bot.Registrations;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Overview;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Overview;

/// <summary>Registrations and answers at one glance, and who is silent. For organisers.</summary>
public sealed class OverviewFeature(
    IGatherings gatherings,
    IRegistrationStore registrations,
    ChangeCapacity capacity,
    IPollStore polls,
    PollCards pollCards,
    INetwork network,
    IMembers members,
    SharedCardRefresh shared,
    OrganiserGate organisers,
    TimeProvider clock) : IFeature
{
    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(OverviewCard.Gathering, organisers.Only<OverviewCard.GatheringOverviewData>((click, cancellationToken) =>
            OfGathering(click.Data.Gathering, null, click.Texts, cancellationToken))),
        CardRoute.To(OverviewCard.Poll, organisers.Only<OverviewCard.PollOverviewData>(OfPoll)),
        CardRoute.To(GatheringOverviewCard.Capacity, organisers.Only<GatheringOverviewCard.CapacityData>(ChangePlaces)),
    ];

    public IEnumerable<ChatCommand> Commands => [new(["overzicht", "overview"], organisers.Only(Everything))];

    private async Task<Reply> Everything(ChatMessage message, CancellationToken cancellationToken)
    {
        var coming = await gatherings.Coming(cancellationToken);
        var sheets = await Task.WhenAll(coming.Select(gathering => registrations.Sheet(gathering.Id, cancellationToken)));
        return OverviewCard.Render(
            [.. coming.Zip(sheets).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second!))],
            await pollCards.Open(cancellationToken),
            (await network.Current(cancellationToken)).Municipalities.Count,
            clock.GetUtcNow(),
            message.Texts);
    }

    private async Task<Reply> OfGathering(string gathering, string? notice, Texts texts, CancellationToken cancellationToken)
    {
        if (!GatheringId.TryParse(gathering, out var id)
            || await gatherings.Find(id, cancellationToken) is not { } found
            || await registrations.Sheet(id, cancellationToken) is not { } sheet) return new Reply.Line(texts["Invitation.Unknown"]);

        var names = await Names(texts, cancellationToken);
        var answered = (await registrations.All(id, cancellationToken)).ToDictionary(registration => registration.Member);
        var waiting = sheet.Waiting.Select(place => place.Member).ToHashSet();
        var answers = new GatheringOverviewCard.Answers(
            Sorted(answered.Values.Where(one => one.Wants && !waiting.Contains(one.Member)).Select(one => one.Member)),
            [.. sheet.Waiting.Select(place => NameOf(place.Member))],
            Sorted(answered.Values.Where(one => !one.Wants).Select(one => one.Member)),
            Sorted(names.Keys.Where(member => !answered.ContainsKey(member))));
        return GatheringOverviewCard.Render(found, sheet, answers, notice, clock.GetUtcNow(), texts);

        string NameOf(MemberId member) => names.GetValueOrDefault(member) ?? "?";
        List<string> Sorted(IEnumerable<MemberId> some) => [.. some.Select(NameOf).Order(StringComparer.Create(texts.Culture, true))];
    }

    private async Task<Reply> OfPoll(CardClick<OverviewCard.PollOverviewData> click, CancellationToken cancellationToken)
    {
        if (!PollId.TryParse(click.Data.Poll, out var id) || await polls.Find(id, cancellationToken) is not { } poll) return new Reply.Line(click.Texts["Poll.Unknown"]);
        var tally = await polls.Tally(id, cancellationToken);
        var all = (await network.Current(cancellationToken)).Municipalities.Values.OrderBy(one => one.Name, StringComparer.Create(click.Texts.Culture, true)).ToList();
        return PollOverviewCard.Render(
            poll,
            all.Where(one => tally.Of(one.Code) is not null).ToLookup(one => tally.Of(one.Code)!.Option, one => one.Name),
            [.. all.Where(one => tally.Of(one.Code) is null).Select(one => one.Name)],
            click.Texts);
    }

    private async Task<Reply> ChangePlaces(CardClick<GatheringOverviewCard.CapacityData> click, CancellationToken cancellationToken)
    {
        var (gathering, typed) = (click.Data.Gathering, click.Data.Places?.Trim() ?? "");
        int? places = null;
        if (typed.Length > 0)
        {
            if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
                return await OfGathering(gathering, click.Texts["Overview.PlacesNumber"], click.Texts, cancellationToken);
            places = number;
        }

        if (!GatheringId.TryParse(gathering, out var id)) return new Reply.Line(click.Texts["Invitation.Unknown"]);
        var notice = await capacity.To(id, places, cancellationToken) switch
        {
            CapacityOutcome.Changed => click.Texts["Overview.PlacesChanged"],
            CapacityOutcome.TooLow tooLow => click.Texts.Plain("Overview.PlacesTooFew", tooLow.Least),
            _ => click.Texts["Invitation.Unknown"],
        };
        shared.Changed(InvitationContent.Of(id));
        return await OfGathering(gathering, notice, click.Texts, cancellationToken);
    }

    private async Task<Dictionary<MemberId, string>> Names(Texts texts, CancellationToken cancellationToken)
    {
        var known = await network.Current(cancellationToken);
        return (await members.All(cancellationToken)).ToDictionary(
            member => member.Id,
            member => member.Affiliation is { } affiliation ? texts.Plain("Overview.Person", member.Name, known.NameOf(affiliation)) : member.Name);
    }
}
