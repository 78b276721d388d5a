using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Reminders;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Ideas;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Bot.Ideas;

/// <summary>On the first working day of a week, from nine o'clock, the ideas of the week before go to everybody who wants reminders; where organisers switched that on and there are any. As with reminders, what should be is compared with what was started.</summary>
public sealed class IdeaDigestSweep(IIdeaStore ideas, IdeaDigest digest, IBroadcastStore broadcasts, SendBroadcast send, TimeProvider clock, ILogger<IdeaDigestSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private DateOnly? done;

    /// <summary>Looks once.</summary>
    public async Task Sweep(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = DutchTime.DayOf(now);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var due = ReminderHours.On(DutchWorkingDays.OnOrAfter(monday));
        // Switched on in the middle of a week, it begins with the next.
        if (done == monday || !ReminderHours.Include(now) || now < due || await ideas.DigestSince(cancellationToken) is not { } since || since > due) return;
        var weekly = IdeaDigest.Weekly(monday, new(ReminderAudience.KindOf(EverybodyAudience.Name), ""), now);
        if (await broadcasts.Find(weekly.Id, cancellationToken) is null && (await digest.Between(monday.AddDays(-7), monday, cancellationToken)).Count > 0) await send.Start(weekly, cancellationToken);
        done = monday;
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
                logger.LogWarning(fault, "The digest of ideas could not be looked at; the next look is in a minute");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
