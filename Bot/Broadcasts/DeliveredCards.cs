using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>Brings cards that organisers sent to people personally up to date: when what they tell was changed, not at every answer.</summary>
public sealed class DeliveredCards(IBroadcastStore broadcasts)
{
    /// <summary>May be repeated: a card is only replaced by what it should show.</summary>
    public async Task Refresh(BroadcastContent content, CancellationToken cancellationToken)
    {
        foreach (var broadcast in await broadcasts.Of(content, cancellationToken))
        {
            var changed = await broadcasts.Change(
                broadcast.Id,
                now => now.IsPlanned && now.Recall is null ? now.Revised(now.State == BroadcastState.Done ? BroadcastRun.Refresh : now.Run) : null,
                cancellationToken);
            if (changed is { State: BroadcastState.Cancelled, IsPlanned: true }) await broadcasts.Reopen(broadcast.Id, cancellationToken);
        }
    }
}
