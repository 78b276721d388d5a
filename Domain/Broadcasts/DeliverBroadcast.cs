namespace LeerkringBot.Domain.Broadcasts;

/// <summary>Does for one recipient what is to be done: sends once, or updates. What may have arrived is never resent.</summary>
/// <remarks>Used by the sender alone. Safe for several recipients at once.</remarks>
public sealed class DeliverBroadcast(IBroadcastStore broadcasts, ICourier courier, TimeProvider clock)
{
    private const int MostPostponements = 12;
    private static readonly Backoff Backoff = new(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10));

    /// <summary>Ours among all senders there ever were: what another one claimed and did not record broke off.</summary>
    private readonly string me = Key.New();

    /// <param name="broadcast">As it stands.</param>
    /// <param name="delivery">As it was read.</param>
    /// <param name="cancellationToken">Ends it before the sending; what is being sent is finished.</param>
    /// <returns>As it stands now.</returns>
    public async Task<Delivery> Deliver(Broadcast broadcast, Delivery delivery, CancellationToken cancellationToken) => delivery switch
    {
        // Whoever claimed it isn't the sender any more, or broke off; if they did send it, they will still say so.
        { State: DeliveryState.Sending } => await Settle(broadcast, delivery with { State = DeliveryState.Uncertain }, cancellationToken),
        { State: DeliveryState.Queued } => await Send(broadcast, delivery, cancellationToken),
        _ when delivery.IsBehind(broadcast.Edition) => await Update(broadcast, delivery, cancellationToken),
        _ => delivery,
    };

    private async Task<Delivery> Send(Broadcast broadcast, Delivery queued, CancellationToken cancellationToken)
    {
        if ((Passed(broadcast) ?? await courier.Excludes(broadcast, queued.Recipient, cancellationToken)) is { } skip)
            return await Settle(broadcast, queued with { State = DeliveryState.Skipped, Skipped = skip }, cancellationToken);

        // Ready before the claim: after it nothing but the sending is left to go wrong.
        switch (await courier.Prepare(broadcast, queued, cancellationToken))
        {
            case Preparation.Nothing:
                return await Settle(broadcast, queued with { State = DeliveryState.Skipped, Skipped = SkipReason.Over }, cancellationToken);
            case Preparation.Closed closed:
                return await Settle(broadcast, await After(broadcast, queued, closed.Why, cancellationToken), cancellationToken);
            case Preparation.Ready ready:
                var claimed = queued with { State = DeliveryState.Sending, ClaimedAt = clock.GetUtcNow(), ClaimedBy = me, Fingerprint = ready.Letter.Fingerprint, Route = ready.Letter.Route };
                return await broadcasts.Claim(broadcast.Id, claimed, cancellationToken) ? await Send(broadcast, claimed, ready.Letter) : queued;
            default:
                return queued;
        }
    }

    private async Task<Delivery> Send(Broadcast broadcast, Delivery claimed, Letter letter)
    {
        SendOutcome outcome;
        try
        {
            outcome = await letter.Send(CancellationToken.None);
        }
#pragma warning disable CA1031 // whatever it was, it may have arrived
        catch (Exception)
#pragma warning restore CA1031
        {
            outcome = new SendOutcome.Uncertain();
        }

        var recorded = await Follow(broadcast, await After(broadcast, claimed, outcome, CancellationToken.None));
        // Another sender had given it up, and may be done: it looks once more.
        if (await broadcasts.Record(broadcast.Id, recorded, CancellationToken.None))
            await broadcasts.Change(broadcast.Id, now => now.State == BroadcastState.Done ? now with { State = BroadcastState.Running } : null, CancellationToken.None);
        return recorded;
    }

    /// <summary>A card in a channel, or one that tells how far a broadcast is, is kept up to date from now on. Where that can't be noted, it counts as behind: its update notes it.</summary>
    private async Task<Delivery> Follow(Broadcast broadcast, Delivery standing)
    {
        if (standing is not { State: DeliveryState.Sent or DeliveryState.Updated, Route: DeliveryRoute.Teams, ActivityId: { } activity }) return standing;
        if (standing.Recipient is not Recipient.OfChannel && broadcast.Content.Kind != RunBroadcast.Progress) return standing;
        try
        {
            await courier.Follow(broadcast, new(standing.Recipient, activity), standing.Fingerprint ?? "", CancellationToken.None);
            return standing;
        }
        catch (StorageFaultException)
        {
            return standing with { Edition = broadcast.Edition - 1 };
        }
    }

    private async Task<Delivery> Update(Broadcast broadcast, Delivery behind, CancellationToken cancellationToken)
    {
        var done = behind with { Edition = broadcast.Edition, Postponements = 0, NotBefore = null, NotUpdated = null };
        var outcome = await courier.PrepareUpdate(broadcast, behind, cancellationToken) switch
        {
            Preparation.Ready ready => await ready.Letter.Send(cancellationToken),
            Preparation.Closed closed => closed.Why,
            _ => null,
        };
        return await Settle(broadcast, await Follow(broadcast, outcome switch
        {
            null => done,
            SendOutcome.Sent => done with { State = DeliveryState.Updated },
            SendOutcome.NotSent not => done with { NotUpdated = not.Reason },
            _ when behind.Postponements >= MostPostponements => done with { NotUpdated = NotSentReason.Busy },
            // An update is repeatable, so also one that may have arrived is simply done again.
            _ => Later(behind, (outcome as SendOutcome.Postponed)?.RetryAfter),
        }), cancellationToken);
    }

    /// <summary>What becomes of it by what happened on its way.</summary>
    private async Task<Delivery> After(Broadcast broadcast, Delivery delivery, SendOutcome outcome, CancellationToken cancellationToken) => outcome switch
    {
        SendOutcome.Sent sent => delivery with { State = DeliveryState.Sent, ActivityId = sent.Card.ActivityId, Edition = broadcast.Edition, NotBefore = null, Reason = null },
        SendOutcome.NotSent not when delivery is { Route: DeliveryRoute.Teams, KeepsRoute: false } && IsClosed(not.Reason) && await courier.CanMail(broadcast, delivery.Recipient, cancellationToken) =>
            delivery with { State = DeliveryState.Queued, Route = DeliveryRoute.Mail, Reason = not.Reason, NotBefore = null },
        SendOutcome.NotSent not => delivery with { State = DeliveryState.Failed, Reason = not.Reason },
        SendOutcome.Postponed when delivery.Postponements >= MostPostponements => delivery with { State = DeliveryState.Failed, Reason = NotSentReason.Busy },
        SendOutcome.Postponed postponed => Later(delivery, postponed.RetryAfter) with { State = DeliveryState.Queued },
        _ => delivery with { State = DeliveryState.Uncertain },
    };

    private Delivery Later(Delivery delivery, TimeSpan? retryAfter) =>
        delivery with { Postponements = delivery.Postponements + 1, NotBefore = clock.GetUtcNow() + Backoff.Pause(delivery.Postponements, retryAfter, Random.Shared.NextDouble()) };

    private async Task<Delivery> Settle(Broadcast broadcast, Delivery delivery, CancellationToken cancellationToken)
    {
        if (await broadcasts.Settle(broadcast.Id, delivery, cancellationToken)) return delivery;
        return await broadcasts.Delivery(broadcast.Id, delivery.Recipient, cancellationToken) ?? delivery;
    }

    private static SkipReason? Passed(Broadcast broadcast) =>
        broadcast.Recall is not null ? SkipReason.Recalled : broadcast.State == BroadcastState.Cancelled ? SkipReason.Cancelled : null;

    /// <summary>Teams does not reach this person at all.</summary>
    private static bool IsClosed(NotSentReason reason) =>
        reason is NotSentReason.Unreachable or NotSentReason.BlockedByUser or NotSentReason.NotInstalled or NotSentReason.InstallationRefused or NotSentReason.NotInDirectory
            or NotSentReason.DisabledByAdmin or NotSentReason.Refused or NotSentReason.NotFound;
}
