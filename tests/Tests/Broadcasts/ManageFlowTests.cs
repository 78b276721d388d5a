using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Members;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeerkringBot.Tests.Broadcasts;

/// <summary>What an organiser does with what was sent, on a broadcast of a written message to everybody.</summary>
public sealed class ManageFlowTests : IDisposable
{
    private const string Id = "bericht";
    private readonly RecordingMailer mailer = new();
    private readonly TestBot bot;
    private readonly TestPerson organiser;

    public ManageFlowTests()
    {
        bot = new(services => services.Replace(ServiceDescriptor.Singleton<IMailer>(mailer)));
        organiser = bot.Organiser();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IBroadcastStore Broadcasts => bot.Get<IBroadcastStore>();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_message_is_taken_back_everywhere_and_shows_the_reason_without_the_text()
    {
        await Sent(3);
        await Look();
        await organiser.Presses("Intrekken");
        Assert.Contains("Schrijf kort waarom", await organiser.Presses("Ja, intrekken", ("reason", " ")));
        Assert.Empty(bot.Messenger.Updated);

        await organiser.Presses("Ja, intrekken", ("reason", "De verkeerde datum stond erin"));
        await TestBot.Until(() => bot.Messenger.Updated.Count == 3);
        foreach (var (_, card) in bot.Messenger.Updated)
        {
            organiser.Looks(card);
            Assert.Contains("Dit bericht is ingetrokken.", organiser.Seen);
            Assert.Contains("De verkeerde datum stond erin", organiser.Seen);
            Assert.DoesNotContain("De bundel is er", organiser.Seen);
        }

        await Until(BroadcastState.Done);
        Assert.Contains("Het bericht is ingetrokken", await Look());
        Assert.DoesNotContain("Intrekken", organiser.ButtonTitles());
    }

    [Fact]
    public async Task A_correction_stands_above_every_card_that_was_sent()
    {
        await Sent(2);
        await Look();
        await organiser.Presses("Corrigeren");
        await organiser.Presses("Doorvoeren", ("correction", "Het is *dinsdag*"));
        await TestBot.Until(() => bot.Messenger.Updated.Count == 2);

        organiser.Looks(bot.Messenger.Updated.First().Card);
        Assert.StartsWith("Correctie: Het is \\*dinsdag\\*", organiser.Seen);
        Assert.Contains("De bundel is er", organiser.Seen);
        Assert.All(await Rows(), row => Assert.Equal(DeliveryState.Updated, row.State));
        Assert.Equal(2, bot.Messenger.Sent.Count(sent => sent.To != new Recipient.OfMember(organiser.Id)));
    }

    [Fact]
    public async Task Twenty_failures_in_a_row_with_one_cause_stop_it_and_the_organiser_decides()
    {
        var failing = true;
        // The organiser is one of everybody: what fails is the message, what arrives is the question that follows.
        bot.Messenger.Outcome = to => failing && (to != new Recipient.OfMember(organiser.Id) || bot.Messenger.To(organiser).Count == 1) ? new SendOutcome.NotSent(NotSentReason.TooLarge) : null;
        await organiser.Says("overzicht");
        await Begin(100);
        await TestBot.Until(() => bot.Messenger.To(organiser).Count == 2);
        organiser.Looks(bot.Messenger.To(organiser)[1]);
        Assert.Contains("Ik ben gestopt met versturen", organiser.Seen);
        Assert.Contains("het bericht is te groot voor Teams", organiser.Seen);
        Assert.Contains("Lijst als Excel", organiser.ButtonTitles());
        // Twenty, what was under way then, and the question.
        Assert.InRange(bot.Messenger.Sent.Count, 20 + 1, 20 + 31 + 1);

        failing = false;
        await organiser.Presses("Doorgaan");
        await Until(BroadcastState.Done);
        var progress = (await Broadcasts.Progress(Id, Cancellation))!;
        Assert.Equal((101 - progress.NotReached, 0), (progress.Sent, progress.Uncertain));

        await Look();
        await organiser.Presses("Opnieuw proberen");
        await Until(BroadcastState.Done);
        Assert.Equal(100, (await Rows()).Count(row => row.State == DeliveryState.Sent));
    }

    [Theory]
    [InlineData(BroadcastState.Stopped)]
    [InlineData(BroadcastState.Cancelled)]
    public async Task What_was_stopped_or_called_off_sends_nothing_more_because_it_is_corrected_or_what_it_tells_is_changed(BroadcastState state)
    {
        bot.Messenger.Outcome = to => to == new Recipient.OfMember(organiser.Id) ? null : new SendOutcome.NotSent(NotSentReason.TooLarge);
        await Begin(100);
        await Until(BroadcastState.Stopped);
        await Broadcasts.Change(Id, now => now with { State = state }, Cancellation);
        var reached = bot.Messenger.Sent.Count(sent => sent.To != new Recipient.OfMember(organiser.Id));
        bot.Messenger.Outcome = _ => null;

        await bot.Get<DeliveredCards>().Refresh(Message().Content, Cancellation);
        await organiser.Clicks("broadcast.correct-save", new System.Text.Json.Nodes.JsonObject { ["broadcast"] = Id, ["correction"] = "Het is dinsdag" });
        await Task.Delay(300, Cancellation);

        var standing = (await Broadcasts.Find(Id, Cancellation))!;
        Assert.Equal((state, "Het is dinsdag", 2), (standing.State, standing.Correction, standing.Edition));
        Assert.Equal(reached, bot.Messenger.Sent.Count(sent => sent.To != new Recipient.OfMember(organiser.Id)));
    }

    [Fact]
    public async Task An_outage_stops_it_before_everybody_is_uncertain()
    {
        bot.Messenger.Outcome = to => to == new Recipient.OfMember(organiser.Id) ? null : new SendOutcome.Uncertain();
        await Begin(100);
        await Until(BroadcastState.Stopped);

        Assert.Equal(NotSentReason.NoAnswer, (await Broadcasts.Find(Id, Cancellation))!.StoppedBy);
        Assert.InRange((await Rows()).Count(row => row.State == DeliveryState.Uncertain), 20, 20 + 31);
    }

    [Fact]
    public async Task A_retry_that_broke_off_is_finished_by_the_same_button()
    {
        bot.Messenger.Outcome = to => to == new Recipient.OfMember(organiser.Id) ? null : new SendOutcome.NotSent(NotSentReason.TooLarge);
        await Sent(3);
        bot.Messenger.Outcome = _ => null;
        await Look();
        var (verb, data) = organiser.Button("Opnieuw proberen");
        var first = (await Rows())[0];
        Assert.True(await Broadcasts.Settle(Id, first with { State = DeliveryState.Queued, Reason = null, ClaimedBy = null }, Cancellation));

        await organiser.Clicks(verb, data.DeepClone());

        await TestBot.Until(() => Rows().Result.All(row => row.State == DeliveryState.Sent));
    }

    [Fact]
    public async Task Stopping_leaves_who_got_it_and_passes_over_the_rest()
    {
        var gate = new TaskCompletionSource();
        var stopped = false;
        bot.Messenger.Outcome = to =>
        {
            if (to == new Recipient.OfMember(organiser.Id)) return null;
            if (!stopped) gate.TrySetResult();
            return new SendOutcome.Postponed(TimeSpan.FromMinutes(1));
        };
        await Begin(5);
        await gate.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
        stopped = true;
        await Look();
        await organiser.Presses("Stoppen");
        await TestBot.Until(() => Rows().Result.All(row => row.State == DeliveryState.Skipped));

        Assert.All(await Rows(), row => Assert.Equal(SkipReason.Cancelled, row.Skipped));
        Assert.Contains("Het versturen is afgebroken", await Look());
    }

    [Fact]
    public async Task What_may_have_arrived_is_resent_only_when_the_organiser_says_so_and_once_however_often_it_is_pressed()
    {
        var uncertain = true;
        bot.Messenger.Outcome = to => uncertain && to != new Recipient.OfMember(organiser.Id) ? new SendOutcome.Uncertain() : null;
        await Sent(2);
        Assert.Contains("Misschien aangekomen\n2", await Look());
        Assert.DoesNotContain("Opnieuw proberen", organiser.ButtonTitles());

        uncertain = false;
        var (verb, data) = organiser.Button("Toch nog eens sturen (2)");
        await organiser.Clicks(verb, data.DeepClone());
        await Until(BroadcastState.Done);
        await organiser.Clicks(verb, data.DeepClone());
        await Until(BroadcastState.Done);
        Assert.Equal(4, bot.Messenger.Sent.Count(sent => sent.To != new Recipient.OfMember(organiser.Id)));
    }

    [Fact]
    public async Task Who_is_deleted_in_between_is_passed_over_with_that_reason()
    {
        bot.Messenger.Outcome = to => to != new Recipient.OfMember(organiser.Id) ? new SendOutcome.Postponed(TimeSpan.FromMinutes(1)) : null;
        await Begin(2);
        await TestBot.Until(() => bot.Messenger.Sent.Count >= 2);
        await bot.Get<IMemberStore>().Remove(new("m-0"), Cancellation);
        bot.Messenger.Outcome = _ => null;
        await TestBot.Until(() =>
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(15));
            return Broadcasts.Find(Id, Cancellation).Result!.State == BroadcastState.Done;
        });
        Assert.Equal(SkipReason.Forgotten, (await Rows()).Single(row => row.Recipient == new Recipient.OfMember(new("m-0"))).Skipped);
    }

    [Fact]
    public async Task Above_fifty_people_the_number_is_asked_for_once_more_and_the_same_within_a_day_too()
    {
        await People(60);
        await organiser.Says("uitnodigen");
        await organiser.Presses("Laat het voorbeeld zien", ("where", $"{EverybodyAudience.Name}:"));
        Assert.Contains("Dit gaat naar 61 personen", organiser.Seen);
        Assert.Contains("Dit gaat naar 61 personen. Weet u het zeker?", await organiser.Presses("Versturen"));
        Assert.Empty(bot.Messenger.Sent);
        await organiser.Presses("Ja, verstuur aan 61 personen");
        await TestBot.Until(() => bot.Messenger.Sent.Count >= 61);

        await organiser.Says("uitnodigen");
        await organiser.Presses("Laat het voorbeeld zien", ("where", $"{EverybodyAudience.Name}:"));
        Assert.Contains("al aan dezelfde mensen gestuurd", await organiser.Presses("Versturen"));
        bot.Clock.Advance(TimeSpan.FromHours(25));
        await organiser.Says("uitnodigen");
        await organiser.Presses("Laat het voorbeeld zien", ("where", $"{EverybodyAudience.Name}:"));
        Assert.Contains("Weet u het zeker?", await organiser.Presses("Versturen"));
    }

    [Fact]
    public async Task The_list_names_what_was_sent_and_opens_it()
    {
        Assert.Contains("niets verstuurd", await organiser.Says("verzendingen"));
        await Sent(2);
        Assert.Contains("Inspiratiebundel", await organiser.Says("verzendngen"));
        Assert.Contains("Verstuurd: 3 van 3", organiser.Seen);
        Assert.Contains("3 van 3", await organiser.Presses("Bekijken"));
        var participant = await bot.Confirmed(1);
        Assert.Contains("Dit kunnen alleen", await participant.Says("verzendingen"));
    }

    [Fact]
    public async Task A_card_that_is_watched_follows_and_no_second_message_comes()
    {
        var watched = new PostedCard(new Recipient.OfMember(organiser.Id), "card");
        await organiser.Says("overzicht");
        await People(2);
        await Broadcasts.Begin(Message(), null, Cancellation);
        await Broadcasts.Watch(Id, watched, Cancellation);
        await bot.Get<StartBroadcast>().Handle(Id, Cancellation);
        await TestBot.Until(() => bot.Messenger.Updated.Any(update => update.Posted == watched && update.Card.Summary.Contains("klaar", StringComparison.Ordinal)));
        await Until(BroadcastState.Done);
        organiser.Looks(bot.Messenger.Updated.Last(update => update.Posted == watched).Card);
        Assert.Contains("3 van 3", organiser.Seen);
        await Broadcasts.Unwatch(Id, watched, Cancellation);
        Assert.Empty(await Broadcasts.Watchers(Id, Cancellation));
        Assert.DoesNotContain(bot.Messenger.To(organiser), card => card.Summary.Contains("klaar", StringComparison.Ordinal));
    }

    [Fact]
    public async Task However_often_deliveries_are_put_off_the_card_changes_no_more_than_once_in_three_seconds()
    {
        var told = new System.Collections.Concurrent.ConcurrentQueue<DateTimeOffset>();
        bot.Messenger.Outcome = to =>
        {
            if (to != new Recipient.OfMember(organiser.Id)) return new SendOutcome.Postponed(TimeSpan.FromSeconds(1));
            told.Enqueue(bot.Clock.GetUtcNow());
            return null;
        };
        await organiser.Says("overzicht");
        await People(12);
        await Broadcasts.Begin(Message() with { Audience = new(PeopleAudience.Name, string.Join(' ', Enumerable.Range(0, 12).Select(number => $"m-{number}"))) }, null, Cancellation);
        await Broadcasts.Watch(Id, new(new Recipient.OfMember(organiser.Id), "card"), Cancellation);
        await bot.Get<StartBroadcast>().Handle(Id, Cancellation);
        for (var i = 0; i < 160; i++)
        {
            bot.Clock.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Delay(10, Cancellation);
        }

        Assert.InRange(told.Count, 2, 14);
        Assert.All(told.Zip(told.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(3), $"{pair.First:mm:ss.fff} and {pair.Second:mm:ss.fff}"));
    }

    private async Task Sent(int people)
    {
        await Begin(people);
        await Until(BroadcastState.Done);
    }

    private async Task Begin(int people)
    {
        await People(people);
        await bot.Get<SendBroadcast>().Start(Message(), Cancellation);
    }

    private Broadcast Message() => new(Id, new(WrittenCard.Message, Id), new(EverybodyAudience.Name, ""), organiser.Id, bot.Clock.GetUtcNow())
    {
        Text = new("Inspiratiebundel", "De bundel is er.", "Lees de bundel", "https://bron.example/bundel"),
    };

    private async Task People(int count)
    {
        for (var i = 0; i < count; i++)
            await bot.Get<IMemberStore>().Change(new($"m-{i}"), _ => new(new($"m-{i}"), $"Persoon {i}", null, Language.Dutch, null, bot.Clock.GetUtcNow()), Cancellation);
    }

    private Task<string> Look() => organiser.Clicks("broadcast.show", new System.Text.Json.Nodes.JsonObject { ["broadcast"] = Id });

    private async Task<List<Delivery>> Rows() => await Broadcasts.Deliveries(Id, Cancellation).Where(row => row.Recipient != new Recipient.OfMember(organiser.Id)).ToListAsync(Cancellation);

    private Task Until(BroadcastState state) => TestBot.Until(() => Broadcasts.Find(Id, Cancellation).Result!.State == state);
}
