using LeerkringBot.Bot.Polls;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Bot.Reminders;

/// <summary>Whom a poll reached, by all that was sent of it: by organisers, and as reminders.</summary>
public sealed class PollReach(IBroadcastStore broadcasts)
{
    private static readonly ReminderKind[] Reminders = [ReminderKind.Poll, ReminderKind.PollColleagues];

    /// <returns>By member, the best of it; and whether it stands in a channel too. Who was never sent anything is not in it.</returns>
    public async Task<(IReadOnlyDictionary<MemberId, Reach> People, bool IsInChannel)> Of(Poll poll, CancellationToken cancellationToken)
    {
        Broadcast[] sent = [.. await broadcasts.Of(PollContent.Of(poll.Id), cancellationToken), .. await broadcasts.Of(SilentReminder.Of(poll.Id), cancellationToken)];
        var reminders = Reminders.Select(kind => ReminderBroadcast.IdOf(new Subject.OfPoll(poll.Id), kind, ReminderPlan.LastDay(poll.ClosesAt)));
        var (people, isInChannel) = (new Dictionary<MemberId, Reach>(), false);
        foreach (var id in sent.Where(broadcast => broadcast.Recall is null).Select(broadcast => broadcast.Id).Concat(reminders))
        {
            await foreach (var delivery in broadcasts.Deliveries(id, cancellationToken))
            {
                var reach = Of(delivery);
                if (delivery.Recipient is not Recipient.OfMember { Member: var member }) isInChannel |= reach.State == ReachState.InTeams;
                else if (!people.TryGetValue(member, out var before) || (reach.State, reach.At ?? default).CompareTo((before.State, before.At ?? default)) > 0) people[member] = reach;
            }
        }

        return (people, isInChannel);
    }

    private static Reach Of(Delivery delivery) => delivery.State switch
    {
        DeliveryState.Sent or DeliveryState.Updated => new(delivery.Route == DeliveryRoute.Mail ? ReachState.ByMail : ReachState.InTeams, delivery.ClaimedAt),
        DeliveryState.Uncertain => new(ReachState.Uncertain, delivery.ClaimedAt),
        DeliveryState.Failed => new(ReachState.Failed, delivery.ClaimedAt, delivery.Reason),
        DeliveryState.Skipped => Reach.None,
        _ => new(ReachState.Waiting),
    };
}
