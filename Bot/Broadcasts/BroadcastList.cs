using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>What organisers are composing, have scheduled and sent.</summary>
public sealed class BroadcastList(IBroadcastStore broadcasts, BroadcastTitles titles, TimeProvider clock)
{
    private static readonly TimeSpan ListedFor = TimeSpan.FromDays(31);

    public async Task<Reply> Render(Person who, string? notice, Texts texts, CancellationToken cancellationToken)
    {
        var member = await who.Member;
        var drafts = (await broadcasts.Drafts(cancellationToken)).Take(BroadcastListCard.MostDrafts);
        var recent = (await broadcasts.Recent(clock.GetUtcNow() - ListedFor, cancellationToken)).Where(broadcast => titles.Knows(broadcast.Content)).ToList();
        var listed = recent.Where(broadcast => broadcast.State == BroadcastState.Scheduled).TakeLast(BroadcastListCard.Most)
            .Concat(recent.Where(broadcast => broadcast.State != BroadcastState.Scheduled).Take(BroadcastListCard.Most));
        return BroadcastListCard.Render(
            [.. await Task.WhenAll(drafts.Select(async draft => (draft, await titles.Of(draft, member, texts, cancellationToken))))],
            [
                .. await Task.WhenAll(listed.Select(async broadcast => (
                    broadcast,
                    await titles.Of(broadcast, member, texts, cancellationToken),
                    await broadcasts.Progress(broadcast.Id, cancellationToken) ?? BroadcastProgress.None with { Recipients = broadcast.Recipients ?? 0 }))),
            ],
            Key.New(),
            notice,
            texts);
    }
}
