using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Polls;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Cards.Reminders;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Bot.Reminders;

/// <summary>For organisers: which reminders a gathering or poll has, when each goes out and to how many.</summary>
public sealed class ReminderSettingsFeature(
    IReminderSettingsStore settings,
    IGatherings gatherings,
    IPollStore polls,
    ReminderPlans plans,
    IBroadcastStore broadcasts,
    IEnumerable<IAudience> audiences,
    OrganiserGate organisers,
    TimeProvider clock) : IFeature
{
    private readonly Dictionary<string, IAudience> kinds = audiences.ToDictionary(audience => audience.Kind);

    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(ReminderSettingsCard.Show, organisers.Only<ReminderSettingsCard.ShowData>(async (click, cancellationToken) =>
            Subject.Find(click.Data.Subject) is { } subject
                ? await Show(subject, new(await settings.Of(subject, cancellationToken), []), null, click.Texts, cancellationToken)
                : new Reply.Line(click.Texts["Outdated"]))),
        CardRoute.To(ReminderSettingsCard.Save, organisers.Only<ReminderSettingsCard.SettingsData>(Save)),
    ];

    private async Task<Reply> Save(CardClick<ReminderSettingsCard.SettingsData> click, CancellationToken cancellationToken)
    {
        var (data, texts) = (click.Data, click.Texts);
        if (Subject.Find(data.Subject) is not { } subject || await Look(subject, ReminderSettings.Default, cancellationToken) is null) return new Reply.Line(texts["Outdated"]);
        var check = ReminderSettingsCheck.Of(subject, await settings.Of(subject, cancellationToken), kind => (data.IsOn(kind), data.DaysOf(kind)));
        if (check.Mistakes.IsEmpty) await settings.Save(subject, check.Settings, cancellationToken);
        return await Show(subject, check, texts[check.Mistakes.IsEmpty ? "Reminder.Saved" : "Reminder.Mistakes"], texts, cancellationToken);
    }

    private async Task<Reply> Show(Subject subject, ReminderSettingsCheck check, string? notice, Texts texts, CancellationToken cancellationToken)
    {
        if (await Look(subject, check.Settings, cancellationToken) is not var (title, plan, idOf)) return new Reply.Line(texts["Outdated"]);
        var lines = new List<ReminderSettingsCard.Line>();
        foreach (var kind in subject.Kinds())
        {
            var standing = await Standing(subject, kind, idOf(kind), plan.FirstOrDefault(one => one.Kind == kind), check.Settings.IsOn(kind), cancellationToken);
            lines.Add(new(kind, check.Settings.Of(kind), standing, check.Mistakes.TryGetValue(kind, out var mistake) ? mistake : null));
        }

        return ReminderSettingsCard.Render(subject, title, lines, Back(subject, texts), notice, clock.GetUtcNow(), texts);
    }

    /// <summary>What it is called, its plan, and the id of each reminder; null when there is no such thing.</summary>
    private async Task<(string Title, IReadOnlyList<PlannedReminder> Plan, Func<ReminderKind, string> IdOf)?> Look(Subject subject, ReminderSettings chosen, CancellationToken cancellationToken)
    {
        switch (subject)
        {
            case Subject.OfGathering of when await gatherings.Find(of.Gathering, cancellationToken) is { } gathering:
                return (gathering.Title, ReminderPlan.Of(gathering, chosen), kind => ReminderBroadcast.IdOf(subject, kind, kind is ReminderKind.Eve or ReminderKind.Thanks ? gathering.Date : gathering.LastRegistrationDay));
            case Subject.OfPoll of when await polls.Find(of.Poll, cancellationToken) is { } poll:
                return (poll.Question, await plans.Of(poll, chosen, _ => true, cancellationToken), kind => ReminderBroadcast.IdOf(subject, kind, ReminderPlan.LastDay(poll.ClosesAt), kind == ReminderKind.PollResult ? poll.ClosesAt : null));
            default:
                return null;
        }
    }

    private async Task<ReminderStanding> Standing(Subject subject, ReminderKind kind, string id, PlannedReminder? planned, bool isOn, CancellationToken cancellationToken)
    {
        if (await broadcasts.Find(id, cancellationToken) is { } sent) return new ReminderStanding.Sent(sent.At);
        if (!isOn) return new ReminderStanding.Off();
        var now = clock.GetUtcNow();
        if (planned is null || now >= planned.Until) return new ReminderStanding.Over();
        var meant = ReminderBroadcast.AudienceOf(subject, kind);
        var people = await kinds[meant.Kind].Of(meant.Subject, cancellationToken).CountAsync(cancellationToken);
        return now < planned.At ? new ReminderStanding.Planned(planned.At, people) : new ReminderStanding.Late(people);
    }

    private static CardButton Back(Subject subject, Texts texts) => subject is Subject.OfGathering
        ? GatheringOverviewCard.Show.Button(texts["Reminder.Back"], new(subject.Id), withInputs: false)
        : PollOverviewCard.Show.Button(texts["Reminder.Back"], new(subject.Id), withInputs: false);
}
