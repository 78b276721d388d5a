using System.Globalization;
using LeerkringBot.Bot.Polls;
using LeerkringBot.Bot.Registrations;
using LeerkringBot.Bot.Reminders;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Polls;
using LeerkringBot.Domain.Reminders;
using LeerkringBot.Infrastructure.Networks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeerkringBot.Tests.Reminders;

/// <summary>A bot whose clock is set to a Dutch moment, whereupon the sweep looks and everything that it starts is waited for.</summary>
public sealed class ReminderDesk : IDisposable
{
    private readonly HashSet<string> done = [];
    private int invitations;

    public ReminderDesk() => Bot = new(services => services.AddSingleton<IAudience, NamedAudience>().Replace(ServiceDescriptor.Singleton<IMailer>(Mailer)));

    public TestBot Bot { get; }

    public RecordingMailer Mailer { get; } = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Bot.Dispose();

    /// <summary>Sets the clock without letting timers run, looks once and waits until all that was started is sent.</summary>
    public async Task At(string local)
    {
        Set(local);
        await Bot.Get<ReminderSweep>().Sweep(Cancellation);
        await Quiet();
    }

    public void Set(string local) => Set(Moment(local));

    public void Set(DateTimeOffset moment) => Bot.Clock.AdjustTime(moment);

    public static DateTimeOffset Moment(string local)
    {
        var moment = DateTime.Parse(local, CultureInfo.InvariantCulture);
        return DutchTime.At(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment));
    }

    /// <summary>Another instance, or the same after a restart.</summary>
    public ReminderSweep AnotherSweep() => ActivatorUtilities.CreateInstance<ReminderSweep>(Bot.Services);

    public Task Invite(GatheringId gathering, params IEnumerable<TestPerson> people) => Send(InvitationContent.Of(gathering), [.. people.Select(Recipient (person) => new Recipient.OfMember(person.Id))]);

    public Task InviteChannel(GatheringId gathering) => Send(InvitationContent.Of(gathering), new Recipient.OfChannel(RecordingMessenger.Channel));

    public Task Ask(PollId poll, params IEnumerable<TestPerson> people) => Send(PollContent.Of(poll), [.. people.Select(Recipient (person) => new Recipient.OfMember(person.Id))]);

    public Task AskChannel(PollId poll) => Send(PollContent.Of(poll), new Recipient.OfChannel(RecordingMessenger.Channel));

    public async Task Contact(TestPerson person, string municipality, string email)
    {
        Assert.True(PersonName.TryParse(email, out var name));
        await Bot.Get<ContactStore>().Save(MunicipalityCode.Parse(municipality), [name], Cancellation);
        Assert.Contains(person.Id, await Bot.Get<IContactOfficers>().Among([(await Bot.Get<IMembers>().Find(person.Id, Cancellation))!], Cancellation));
    }

    /// <summary>As an organiser who switches all of them off.</summary>
    public Task Off(Subject subject) =>
        Bot.Get<IReminderSettingsStore>().Save(subject, subject.Kinds().Aggregate(ReminderSettings.Default, (settings, kind) => settings.With(kind, settings.Of(kind) with { IsOn = false })), Cancellation);

    /// <summary>The reminders that somebody got in Teams: each has the button that ends them.</summary>
    public IReadOnlyList<AdaptiveCard> To(TestPerson person) => [.. Bot.Messenger.To(person).Where(IsReminder)];

    /// <summary>Looks at the only reminder that somebody got.</summary>
    public string OnlySeen(TestPerson person)
    {
        person.Looks(Assert.Single(To(person)));
        return person.Seen;
    }

    /// <summary>All reminders there were so far, in Teams.</summary>
    public int Count() => Bot.Messenger.Sent.Count(sent => IsReminder(sent.Card));

    /// <summary>Waits until every reminder that was started is planned and sent.</summary>
    public async Task Quiet()
    {
        var ids = new List<string>();
        var today = DutchTime.DayOf(Bot.Clock.GetUtcNow()).DayNumber;
        foreach (var gathering in await Bot.Get<IGatherings>().All(Cancellation))
        {
            if (Math.Abs(gathering.Date.DayNumber - today) > 40) continue;
            var subject = new Subject.OfGathering(gathering.Id);
            ids.AddRange(subject.Kinds().SelectMany(kind => new[] { gathering.Date, gathering.LastRegistrationDay }.Select(day => ReminderBroadcast.IdOf(subject, kind, day))));
        }

        foreach (var poll in await Bot.Get<IPollStore>().ClosingFrom(Bot.Clock.GetUtcNow() - ReminderPlan.LateThanks, Cancellation))
        {
            var subject = new Subject.OfPoll(poll.Id);
            ids.AddRange(subject.Kinds().Select(kind => ReminderBroadcast.IdOf(subject, kind, ReminderPlan.LastDay(poll.ClosesAt), kind == ReminderKind.PollResult ? poll.ClosesAt : null)));
        }

        foreach (var id in ids.Where(id => !done.Contains(id))) await Done(id);
    }

    private async Task Send(BroadcastContent content, params Recipient[] recipients)
    {
        var id = $"uitnodiging-{++invitations}";
        await Bot.Get<SendBroadcast>().Start(new(id, content, new("named", string.Join(' ', recipients.Select(one => one.Key))), Bot.Organiser().Id, Bot.Clock.GetUtcNow()), Cancellation);
        await Done(id);
    }

    /// <summary>Waits until a broadcast is planned and sent.</summary>
    public async Task Done(string id)
    {
        for (var i = 0; i < 1_000; i++)
        {
            if (await Bot.Get<IBroadcastStore>().Find(id, Cancellation) is not { } broadcast) return;
            if (broadcast.IsPlanned && await Bot.Get<IBroadcastStore>().Deliveries(id, Cancellation).AllAsync(delivery => delivery.State is not (DeliveryState.Queued or DeliveryState.Sending), Cancellation))
            {
                done.Add(id);
                return;
            }

            // The sender looks once a second, on this clock.
            if (i % 4 == 3) Bot.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, Cancellation);
        }

        Assert.Fail($"{id} is not done within five seconds.");
    }

    public static bool IsReminder(AdaptiveCard card) => System.Text.Json.JsonSerializer.Serialize(card, CardJson.Default.AdaptiveCard).Contains("\"reminder.mute\"", StringComparison.Ordinal);
}
