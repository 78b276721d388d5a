using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>What organisers are composing, have scheduled and sent. A draft stays until somebody sends it or throws it away.</summary>
public sealed class BroadcastList(IBroadcastStore broadcasts, BroadcastTitles titles, TimeProvider clock)
{
    private static readonly TimeSpan ListedFor = TimeSpan.FromDays(31);

    /// <param name="who">An organiser.</param>
    /// <param name="notice">What happened, or null.</param>
    /// <param name="texts">In their language.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="from">How many drafts to pass over.</param>
    public async Task<Reply> Render(Person who, string? notice, Texts texts, CancellationToken cancellationToken, int from = 0)
    {
        var member = await who.Member;
        var all = await broadcasts.Drafts(cancellationToken);
        if (from < 0 || from >= all.Count) from = 0;
        var drafts = all.Skip(from).Take(BroadcastListCard.MostDrafts);
        var recent = (await broadcasts.Recent(clock.GetUtcNow() - ListedFor, cancellationToken)).Where(broadcast => titles.Knows(broadcast.Content)).ToList();
        var listed = recent.Where(broadcast => broadcast.State == BroadcastState.Scheduled).TakeLast(BroadcastListCard.Most)
            .Concat(recent.Where(broadcast => broadcast.State != BroadcastState.Scheduled).Take(BroadcastListCard.Most));
        return BroadcastListCard.Render(
            [.. await Task.WhenAll(drafts.Select(async draft => (draft, await titles.Of(draft, member, texts, cancellationToken))))],
            from,
            Math.Max(0, all.Count - from - BroadcastListCard.MostDrafts),
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
