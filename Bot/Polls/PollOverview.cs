using LeerkringBot.Bot.Files;
using LeerkringBot.Bot.Overview;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Cards.Reminders;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>For organisers: which municipality answered what, which is silent, who joins, and all of it as a workbook.</summary>
public sealed class PollOverview(IPollStore polls, PollCards cards, INetwork network, FileHandover handover, OrganiserGate organisers, TimeProvider clock) : IFeature, IOverviewSection
{
    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(PollOverviewCard.Show, organisers.Only<PollOverviewCard.PollOverviewData>((click, cancellationToken) => Show(click.Data.Poll, null, click.Texts, cancellationToken))),
        CardRoute.To(JoinersCard.Show, organisers.Only<PollCard.PollData>(Joiners)),
        CardRoute.To(JoinersCard.Export, organisers.Only<PollCard.PollData>((click, cancellationToken) => handover.Offer(click.Who, PollExport.Name, click.Data.Poll, click.Texts, cancellationToken))),
    ];

    public int Order => 2;

    public async Task<IEnumerable<CardElement>> Render(Texts texts, CancellationToken cancellationToken) =>
        PollOverviewCard.List(await cards.Open(cancellationToken), (await network.Current(cancellationToken)).Municipalities.Count, texts);

    /// <summary>One poll, with what just happened above it.</summary>
    public async Task<Reply> Show(string subject, string? notice, Texts texts, CancellationToken cancellationToken)
    {
        if (!PollId.TryParse(subject, out var id) || await polls.Find(id, cancellationToken) is not { } poll) return new Reply.Start(texts["Poll.Unknown"]);
        return PollOverviewCard.Render(await cards.Organiser(poll, cancellationToken), [.. Actions(poll, clock.GetUtcNow(), texts)], notice, texts);
    }

    private static IEnumerable<CardButton> Actions(Poll poll, DateTimeOffset now, Texts texts)
    {
        var data = new PollCard.PollData(poll.Id.ToString());
        if (poll.Template == PollTemplate.Host) yield return HostOffersCard.Show.Button(texts["HostPoll.Offers"], data);
        if (poll.Template == PollTemplate.Dates) yield return DatesCard.Show.Button(texts["DatesPoll.Show"], data);
        if (poll.Template == PollTemplate.Thorbecke) yield return JoinersCard.Show.Button(texts["Joiners.Show"], data);
        if (!poll.IsAnonymous && poll.IsOpen(now)) yield return PollOnBehalfCard.Open.Button(texts["OnBehalf.Open"], data);
        yield return JoinersCard.Export.Button(texts["Joiners.Export"], data);
        yield return PollSilentCard.Show.Button(texts["Silent.Show"], new(poll.Id.ToString()));
        yield return ReminderSettingsCard.Button(new Subject.OfPoll(poll.Id), texts);
    }

    private async Task<Reply> Joiners(CardClick<PollCard.PollData> click, CancellationToken cancellationToken) =>
        PollId.TryParse(click.Data.Poll, out var id) && await polls.Find(id, cancellationToken) is { Template: PollTemplate.Thorbecke } poll
            ? JoinersCard.Render(poll, await polls.Answers(id, cancellationToken), await network.Current(cancellationToken), click.Texts)
            : new Reply.Start(click.Texts["Poll.Unknown"]);
}
