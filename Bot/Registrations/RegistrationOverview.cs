using System.Globalization;
using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Ideas;
using LeerkringBot.Bot.Overview;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Gatherings;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Cards.Reminders;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Bot.Registrations;

/// <summary>For organisers: who comes, who waits, who is silent; and the number of places.</summary>
public sealed class RegistrationOverview(
    IGatherings gatherings,
    IRegistrationStore registrations,
    ReviseGathering revise,
    Invitations invitations,
    Participants participants,
    SharedCardRefresh shared,
    IdeaDoors ideas,
    OrganiserGate organisers,
    TimeProvider clock) : IFeature, IOverviewSection
{
    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(GatheringOverviewCard.Show, organisers.Only<GatheringOverviewCard.GatheringOverviewData>((click, cancellationToken) =>
            Show(click.Data.Gathering, null, click.Texts, cancellationToken))),
        CardRoute.To(GatheringOverviewCard.Capacity, organisers.Only<GatheringOverviewCard.CapacityData>(ChangePlaces)),
    ];

    public int Order => 1;

    public async Task<IEnumerable<CardElement>> Render(Texts texts, CancellationToken cancellationToken)
    {
        var coming = await gatherings.Coming(cancellationToken);
        var sheets = await Task.WhenAll(coming.Select(gathering => registrations.Sheet(gathering.Id, cancellationToken)));
        return GatheringOverviewCard.List(
            [.. coming.Zip(sheets).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second!))],
            clock.GetUtcNow(),
            texts);
    }

    private async Task<Reply> Show(string gathering, string? notice, Texts texts, CancellationToken cancellationToken)
    {
        if (await invitations.Current(gathering, cancellationToken) is not var (found, sheet)) return new Reply.Start(texts["Invitation.Unknown"]);

        var names = await participants.Names(texts, cancellationToken);
        var answered = (await registrations.All(found.Id, cancellationToken)).ToDictionary(registration => registration.Member);
        var answers = new GatheringOverviewCard.Answers(
            Sorted(answered.Values.Where(one => MyRegistration.Of(sheet, one) is MyRegistration.Coming).Select(names.Of)),
            [.. sheet.Waiting.Select(NameOf)],
            [.. sheet.Requests.Select(NameOf)],
            Sorted(answered.Values.Where(one => !one.Wants).Select(names.Of)),
            Sorted(names.Known.Where(member => !answered.ContainsKey(member)).Select(names.Of)));
        return GatheringOverviewCard.Render(
            found,
            sheet,
            answers,
            [.. ideas.Agenda(found.Id, texts)],
            [
                ExportAction.Button(found.Id, texts),
                ReminderSettingsCard.Button(new Subject.OfGathering(found.Id), texts),
                GatheringActions.Change.Button(texts["Overview.Change"], new(gathering), withInputs: false),
                GatheringActions.Copy.Button(texts["Overview.Copy"], new(gathering), withInputs: false),
                GatheringActions.Cancel.Button(texts["Overview.Cancel"], new(gathering), withInputs: false),
            ],
            notice,
            clock.GetUtcNow(),
            texts);

        string NameOf(WaitingPlace place) => answered.TryGetValue(place.Member, out var one) ? names.Of(one) : names.Of(place.Member);
        List<string> Sorted(IEnumerable<string> some) => [.. some.Order(StringComparer.Create(texts.Culture, true))];
    }

    private async Task<Reply> ChangePlaces(CardClick<GatheringOverviewCard.CapacityData> click, CancellationToken cancellationToken)
    {
        var (gathering, typed) = (click.Data.Gathering, click.Data.Places?.Trim() ?? "");
        int? places = null;
        if (typed.Length > 0)
        {
            if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
                return await Show(gathering, click.Texts["Overview.PlacesNumber"], click.Texts, cancellationToken);
            places = number;
        }

        if (!GatheringId.TryParse(gathering, out var id)) return new Reply.Start(click.Texts["Invitation.Unknown"]);
        var notice = await revise.Capacity(id, places, cancellationToken) switch
        {
            RevisionOutcome.Revised => click.Texts["Overview.PlacesChanged"],
            RevisionOutcome.TooFewPlaces tooFew => click.Texts.Plain("Overview.PlacesTooFew", tooFew.Least),
            _ => click.Texts["Invitation.Unknown"],
        };
        shared.Changed(InvitationContent.Of(id));
        return await Show(gathering, notice, click.Texts, cancellationToken);
    }
}
