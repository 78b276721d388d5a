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
    private static readonly string[] Reminders = [ReminderBroadcast.ContentOf(ReminderKind.Poll), ReminderBroadcast.ContentOf(ReminderKind.PollColleagues)];

    /// <returns>By member, the best of it; and whether it stands in a channel too. Who was never sent anything is not in it.</returns>
    public async Task<(IReadOnlyDictionary<MemberId, Reach> People, bool IsInChannel)> Of(Poll poll, CancellationToken cancellationToken)
    {
        var (people, isInChannel) = (new Dictionary<MemberId, Reach>(), false);
        var sent = (await broadcasts.Recent(poll.ClosesAt - PollLimits.LongestOpen, cancellationToken)).Where(broadcast => broadcast.Recall is null && IsOf(broadcast.Content, poll.Id));
        foreach (var broadcast in sent)
        {
            await foreach (var delivery in broadcasts.Deliveries(broadcast.Id, cancellationToken))
            {
                var reach = Of(delivery);
                if (delivery.Recipient is not Recipient.OfMember { Member: var member }) isInChannel |= reach.State == ReachState.InTeams;
                else if (!people.TryGetValue(member, out var before) || (reach.State, reach.At ?? default).CompareTo((before.State, before.At ?? default)) > 0) people[member] = reach;
            }
        }

        return (people, isInChannel);
    }

    private static bool IsOf(BroadcastContent content, PollId poll) =>
        content == PollContent.Of(poll) || content == SilentReminder.Of(poll) || (Reminders.Contains(content.Kind) && ReminderBroadcast.Read(content.Subject)?.Id == poll.ToString());

    private static Reach Of(Delivery delivery) => delivery.State switch
    {
        DeliveryState.Sent or DeliveryState.Updated => new(delivery.Route == DeliveryRoute.Mail ? ReachState.ByMail : ReachState.InTeams, delivery.ClaimedAt),
        DeliveryState.Uncertain => new(ReachState.Uncertain, delivery.ClaimedAt),
        DeliveryState.Failed => new(ReachState.Failed, delivery.ClaimedAt, delivery.Reason),
        DeliveryState.Skipped => Reach.None,
        _ => new(ReachState.Waiting),
    };
}
