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
            await broadcasts.Change(
                broadcast.Id,
                now => now.IsPlanned && now.Recall is null ? now with { Edition = now.Edition + 1, Run = now.State == BroadcastState.Running ? now.Run : BroadcastRun.Refresh, State = BroadcastState.Running } : null,
                cancellationToken);
        }
    }
}
