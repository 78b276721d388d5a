using System.Collections.Immutable;

namespace LeerkringBot.Domain.Broadcasts;

/// <summary>How far a broadcast is, counted from its deliveries.</summary>
/// <param name="Recipients">How many are meant.</param>
/// <param name="Sent">Arrived, updated since or not.</param>
/// <param name="ByMail">Of those, by mail.</param>
/// <param name="Behind">Of those, still to be updated.</param>
/// <param name="NotUpdated">Of those, whose last update did not get through.</param>
/// <param name="Uncertain">May have arrived.</param>
/// <param name="Failed">By reason.</param>
/// <param name="Skipped">By reason.</param>
public sealed record BroadcastProgress(
    int Recipients,
    int Sent,
    int ByMail,
    int Behind,
    int NotUpdated,
    int Uncertain,
    ImmutableSortedDictionary<NotSentReason, int> Failed,
    ImmutableSortedDictionary<SkipReason, int> Skipped)
{
    public static BroadcastProgress None { get; } = new(0, 0, 0, 0, 0, 0, ImmutableSortedDictionary<NotSentReason, int>.Empty, ImmutableSortedDictionary<SkipReason, int>.Empty);

    /// <summary>How long it will still take at the pace so far; null where that can't be told.</summary>
    public TimeSpan? Left { get; init; }

    /// <summary>Of those by mail, who have what was sent before an organiser changed it.</summary>
    public int OldByMail { get; init; }

    public int NotReached => Failed.Values.Sum();

    public int PassedOver => Skipped.Values.Sum();

    /// <summary>Still to be sent.</summary>
    public int Waiting => Math.Max(0, Recipients - Sent - Uncertain - NotReached - PassedOver);

    /// <summary>Still to be sent or updated.</summary>
    public int ToDo => Waiting + Behind;

    /// <param name="delivery">One more.</param>
    /// <param name="broadcast">Of which it is one.</param>
    public BroadcastProgress With(Delivery delivery, Broadcast broadcast) => Count(delivery, broadcast, 1);

    /// <summary>The same delivery after something was done with it.</summary>
    public BroadcastProgress With(Delivery before, Delivery after, Broadcast broadcast) => Count(before, broadcast, -1).Count(after, broadcast, 1);

    private BroadcastProgress Count(Delivery delivery, Broadcast broadcast, int by) => delivery switch
    {
        { State: DeliveryState.Sent or DeliveryState.Updated } => this with
        {
            Sent = Sent + by,
            ByMail = ByMail + (delivery.Route == DeliveryRoute.Mail ? by : 0),
            OldByMail = OldByMail + (delivery.IsOldMail(broadcast.ChangedEdition) ? by : 0),
            Behind = Behind + (delivery.IsBehind(broadcast.Edition) ? by : 0),
            NotUpdated = NotUpdated + (delivery.NotUpdated is null ? 0 : by),
        },
        { State: DeliveryState.Uncertain } => this with { Uncertain = Uncertain + by },
        { State: DeliveryState.Failed } => this with { Failed = Plus(Failed, delivery.Reason ?? NotSentReason.Refused, by) },
        { State: DeliveryState.Skipped } => this with { Skipped = Plus(Skipped, delivery.Skipped ?? SkipReason.Left, by) },
        _ => this,
    };

    private static ImmutableSortedDictionary<TReason, int> Plus<TReason>(ImmutableSortedDictionary<TReason, int> counts, TReason reason, int by)
        where TReason : notnull
    {
        var count = counts.GetValueOrDefault(reason) + by;
        return count == 0 ? counts.Remove(reason) : counts.SetItem(reason, count);
    }
}
