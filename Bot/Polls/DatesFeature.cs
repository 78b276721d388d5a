using System.Globalization;
using LeerkringBot.Bot.Gatherings;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Gatherings;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>An organiser sees which date suits best, and begins a gathering on one of them.</summary>
public sealed class DatesFeature(
    IPollStore polls,
    PollCards cards,
    INetwork network,
    IDraftStore drafts,
    IGatherings gatherings,
    GatheringCards gatheringCards,
    OrganiserGate organisers,
    TimeProvider clock) : IFeature
{
    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(DatesCard.Show, organisers.Only<PollCard.PollData>((click, cancellationToken) => Show(click.Data.Poll, null, click.Texts, cancellationToken))),
        CardRoute.To(DatesCard.Choose, organisers.Only<DatesCard.ChooseData>(Choose)),
    ];

    private async Task<Reply> Show(string subject, string? notice, Texts texts, CancellationToken cancellationToken)
    {
        if (!PollId.TryParse(subject, out var id) || await polls.Find(id, cancellationToken) is not { Template: PollTemplate.Dates } poll) return new Reply.Start(texts["Poll.Unknown"]);
        return DatesCard.Render(await cards.Organiser(poll, cancellationToken), notice, texts);
    }

    private async Task<Reply> Choose(CardClick<DatesCard.ChooseData> click, CancellationToken cancellationToken)
    {
        var texts = click.Texts;
        if (!PollId.TryParse(click.Data.Poll, out var id) || await polls.Find(id, cancellationToken) is not { Template: PollTemplate.Dates } poll) return new Reply.Start(texts["Poll.Unknown"]);
        if (poll.Find(click.Data.Option)?.Moment is not { } moment) return await Show(click.Data.Poll, texts["Outdated"], texts, cancellationToken);
        var (draft, item) = IdsOf(poll.Id, click.Data.Option);
        // Whoever made it, of whichever click: there is one for a date.
        var before = (await gatherings.All(cancellationToken)).Where(gathering => gathering.Id.Item.StartsWith(item, StringComparison.Ordinal)).ToList();
        if (before.FirstOrDefault(gathering => gathering.Cancellation is null) is { } made) return gatheringCards.Saved(made, texts["DatesPoll.Exists"], 0, texts);
        // One id for everybody, so that the first who saves has it; another only after those that were cancelled.
        var target = before.Count == 0 ? item : $"{item}-{before.Count + 1}";
        if (await drafts.Find(click.Who.Id, draft, cancellationToken) is { } begun)
        {
            if (begun.Published?.Item != target) await drafts.Keep(begun = begun with { Published = new(target, target), Mark = Key.New() }, cancellationToken);
            return await gatheringCards.Step(begun, FormStep.What, false, texts["Drafts.Resumed"], texts, cancellationToken);
        }

        if (moment.StartsAt() <= clock.GetUtcNow()) return await Show(click.Data.Poll, texts["DatesPoll.GoneClick"], texts, cancellationToken);

        var contact = (await click.Who.Member).Email ?? (await network.Current(cancellationToken)).Mailbox;
        var fresh = new GatheringDraft(draft, click.Who.Id, TextOf(moment, contact), clock.GetUtcNow()) { Published = new(target, target), Mark = Key.New() };
        await drafts.Keep(fresh, cancellationToken);
        return await gatheringCards.Step(fresh, FormStep.What, false, texts["DatesPoll.Begun"], texts, cancellationToken);
    }

    private static GatheringText TextOf(PollMoment moment, string contact) => new()
    {
        Contact = contact,
        Date = moment.Date.ToString(GatheringText.Day, CultureInfo.InvariantCulture),
        Start = moment.Start.ToString(GatheringText.Clock, CultureInfo.InvariantCulture),
        End = moment.End.ToString(GatheringText.Clock, CultureInfo.InvariantCulture),
    };

    // Made of poll and date, so that a second click finds what the first one made.
    private static (string Draft, string Item) IdsOf(PollId poll, string option)
    {
        var hash = Key.Hash($"{poll} {option}");
        return ($"date-{hash[..40]}", $"datum-{hash[..12]}");
    }

}
