namespace LeerkringBot.Bot.Teams;

/// <summary>Which messages were answered in the last minutes: the channel sends one again when our answer was slow. Holds for this instance, which is enough for what it is.</summary>
public sealed class Redeliveries(TimeProvider clock)
{
    private const int Most = 2_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly HashSet<(string Conversation, string Activity)> seen = [];
    private readonly Queue<((string Conversation, string Activity) Key, DateTimeOffset At)> order = new();

    /// <returns>False when this activity came before. One without an id is always new.</returns>
    public bool IsNew(string conversationId, string? activityId)
    {
        if (activityId is null) return true;
        var now = clock.GetUtcNow();
        lock (gate)
        {
            while (order.TryPeek(out var oldest) && (order.Count >= Most || now - oldest.At > Window)) seen.Remove(order.Dequeue().Key);
            var key = (conversationId, activityId);
            if (!seen.Add(key)) return false;
            order.Enqueue((key, now));
            return true;
        }
    }
}
