using LeerkringBot.Bot.Overview;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Cards.Reminders;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Bot.Polls;

/// <summary>For organisers: which municipality answered what, and which is silent.</summary>
public sealed class PollOverview(IPollStore polls, PollCards cards, INetwork network, OrganiserGate organisers) : IFeature, IOverviewSection
{
    public IEnumerable<CardRoute> Cards => [CardRoute.To(PollOverviewCard.Show, organisers.Only<PollOverviewCard.PollOverviewData>(Show))];

    public int Order => 2;

    public async Task<IEnumerable<CardElement>> Render(Texts texts, CancellationToken cancellationToken) =>
        PollOverviewCard.List(await cards.Open(cancellationToken), (await network.Current(cancellationToken)).Municipalities.Count, texts);

    private async Task<Reply> Show(CardClick<PollOverviewCard.PollOverviewData> click, CancellationToken cancellationToken)
    {
        if (!PollId.TryParse(click.Data.Poll, out var id) || await polls.Find(id, cancellationToken) is not { } poll) return new Reply.Start(click.Texts["Poll.Unknown"]);
        var tally = await polls.Tally(id, cancellationToken);
        var all = (await network.Current(cancellationToken)).Municipalities.Values.OrderBy(one => one.Name, StringComparer.Create(click.Texts.Culture, true)).ToList();
        return PollOverviewCard.Render(
            poll,
            all.Where(one => tally.Of(one.Code) is not null).ToLookup(one => tally.Of(one.Code)!.Choice?.ToString() ?? "", one => one.Name),
            [.. all.Where(one => tally.Of(one.Code) is null).Select(one => one.Name)],
            [ReminderSettingsCard.Button(new Subject.OfPoll(id), click.Texts)],
            click.Texts);
    }
}
