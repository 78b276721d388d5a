using LeerkringBot.Bot.Polls;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Bot.Reminders;

/// <summary>The plan of what stands in storage.</summary>
public sealed class ReminderPlans(IBroadcastStore broadcasts)
{
    /// <summary>When the poll was sent is looked up only where it matters: where something would go out.</summary>
    public async Task<IReadOnlyList<PlannedReminder>> Of(Poll poll, ReminderSettings settings, Func<PlannedReminder, bool> matters, CancellationToken cancellationToken)
    {
        var plan = ReminderPlan.Of(poll.ClosesAt, null, settings);
        return plan.Any(matters) ? ReminderPlan.Of(poll.ClosesAt, await AskedAt(poll.Id, cancellationToken), settings) : plan;
    }

    /// <summary>What is planned, or was called off before anybody got it, asked nobody.</summary>
    private async Task<DateTimeOffset?> AskedAt(PollId poll, CancellationToken cancellationToken) =>
        (await broadcasts.Of(PollContent.Of(poll), cancellationToken))
            .Where(broadcast => broadcast.Recall is null && (broadcast.State == BroadcastState.Cancelled ? broadcast.IsPlanned : broadcast.State != BroadcastState.Scheduled))
            .Min(broadcast => broadcast.SendAt ?? (DateTimeOffset?)broadcast.At);
}
