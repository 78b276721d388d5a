using System.Collections.Concurrent;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Bot.Reminders;

/// <summary>Starts the reminders that are due: every minute the plan is compared with what was started, so that nothing needs scheduling or clearing up (docs/adr/0008).</summary>
public sealed class ReminderSweep(
    IGatherings gatherings,
    IPollStore polls,
    IReminderSettingsStore settings,
    ReminderPlans plans,
    IBroadcastStore broadcasts,
    SendBroadcast send,
    TimeProvider clock,
    ILogger<ReminderSweep> logger) : BackgroundService
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    // What was started here needs no look at storage. Another instance, or a restart, finds it there.
    private readonly ConcurrentDictionary<string, bool> started = new();

    /// <summary>Looks once. Outside working hours nothing is read at all.</summary>
    public async Task Sweep(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!ReminderHours.Include(now)) return;
        var decided = await settings.All(cancellationToken);
        foreach (var gathering in await gatherings.Since(now - ReminderPlan.LateThanks, cancellationToken))
        {
            var subject = new Subject.OfGathering(gathering.Id);
            await Try(subject, () => Start(subject, ReminderPlan.Of(gathering, Of(subject)), now, cancellationToken), cancellationToken);
        }

        foreach (var poll in await polls.ClosingFrom(now - ReminderPlan.LateThanks, cancellationToken))
        {
            var subject = new Subject.OfPoll(poll.Id);
            await Try(
                subject,
                async () => await Start(subject, await plans.Of(poll, Of(subject), one => one.IsDue(now) && !started.ContainsKey(IdOf(subject, one)), cancellationToken), now, cancellationToken),
                cancellationToken);
        }

        ReminderSettings Of(Subject subject) => decided.GetValueOrDefault(subject) ?? ReminderSettings.Default;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(fault, "Reminders could not be looked at; the next look is in a minute");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Start(Subject subject, IReadOnlyList<PlannedReminder> plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var reminder in plan.Where(one => one.IsDue(now)))
        {
            var id = IdOf(subject, reminder);
            if (started.ContainsKey(id)) continue;
            if (await broadcasts.Find(id, cancellationToken) is null) await send.Start(ReminderBroadcast.Of(subject, reminder, now), cancellationToken);
            if (started.Count >= MostRemembered) started.Clear();
            started[id] = true;
        }
    }

    private static string IdOf(Subject subject, PlannedReminder reminder) => ReminderBroadcast.IdOf(subject, reminder.Kind, reminder.About, reminder.Closing);

    // One that can't be reminded of must not keep the others waiting.
    private async Task Try(Subject subject, Func<Task> start, CancellationToken cancellationToken)
    {
        try
        {
            await start();
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(fault, "The reminders of {Subject} could not be started; tried again in a minute", subject.Key);
        }
    }
}
