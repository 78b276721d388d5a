using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Members;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Broadcasts;

/// <summary>What happens to a broadcast that breaks off in between.</summary>
public sealed class DeliverBroadcastTests : IDisposable
{
    private readonly TestBot bot = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_fault_in_the_middle_of_the_sending_leaves_it_uncertain_and_tells_the_organiser()
    {
        var organiser = bot.Organiser();
        var tries = 0;
        bot.Messenger.Outcome = to => to is Recipient.OfChannel && ++tries == 1 ? throw new InvalidOperationException("Broken off.") : null;
        await Send(organiser);

        await TestBot.Until(() =>
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(15));
            return bot.Messenger.To(organiser).Count == 1;
        });

        organiser.Looks(bot.Messenger.To(organiser).Single());
        Assert.Contains("het is niet zeker of het bericht is aangekomen", organiser.Seen);
        Assert.Equal(1, tries);
    }

    [Fact]
    public async Task A_fault_before_the_sending_is_tried_again()
    {
        var organiser = bot.Organiser();
        var reads = 0;
        await organiser.Says("uitnodigen");
        await organiser.Presses("Laat het voorbeeld zien");
        bot.Tables[TableNames.Deliveries].FailBefore = batch => batch.Any(change => change.Row.Text("State") == nameof(DeliveryState.Sending)) && ++reads == 1;
        await organiser.Presses("Versturen");

        await TestBot.Until(() =>
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(2));
            return bot.Messenger.To(organiser).Count == 1;
        });
        Assert.Single(bot.Messenger.Sent, sent => sent.To is Recipient.OfChannel);
    }

    [Fact]
    public async Task A_posted_card_whose_following_failed_is_followed_when_tried_again()
    {
        var organiser = bot.Organiser();
        var faults = 0;
        bot.Tables[TableNames.SharedCards].FailBefore = _ => ++faults == 1;
        await Send(organiser);

        await TestBot.Until(() =>
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(2));
            return bot.Messenger.To(organiser).Count == 1;
        });
        Assert.Single(await bot.Get<ISharedCardStore>().All(TestContext.Current.CancellationToken));
        Assert.Single(bot.Messenger.Sent, sent => sent.To is Recipient.OfChannel);
    }

    [Fact]
    public async Task What_Teams_puts_off_for_ever_is_given_up_and_named()
    {
        var organiser = bot.Organiser();
        bot.Messenger.Outcome = to => to is Recipient.OfChannel ? new SendOutcome.Postponed(null) : null;
        await Send(organiser);

        await TestBot.Until(() =>
        {
            bot.Clock.Advance(TimeSpan.FromMinutes(1));
            return bot.Messenger.To(organiser).Count == 1;
        });
        organiser.Looks(bot.Messenger.To(organiser).Single());
        Assert.Contains("Teams nam het bericht telkens niet aan", organiser.Seen);
    }

    [Fact]
    public async Task A_start_whose_hint_was_lost_is_found_by_the_sweep()
    {
        var organiser = bot.Organiser();
        await organiser.Says("uitnodigen");
        await organiser.Presses("Laat het voorbeeld zien");
        bot.Tables[TableNames.Deliveries].FailAfter = batch => batch.Any(change => change.Row.RowKey.StartsWith("o|", StringComparison.Ordinal) && change is RowChange.Insert);
        Assert.Contains("Er ging iets mis bij ons", await organiser.Presses("Versturen"));
        bot.Tables[TableNames.Deliveries].FailAfter = _ => false;

        await TestBot.Until(() =>
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(5));
            return bot.Messenger.To(organiser).Count == 1;
        });
        Assert.Contains("Het versturen", await organiser.Presses("Opnieuw proberen"));
        Assert.Single(bot.Messenger.Sent, sent => sent.To is Recipient.OfChannel);
    }

    [Fact]
    public async Task Who_says_late_how_it_went_opens_a_broadcast_that_was_done_so_that_it_is_counted_right()
    {
        var (organiser, store) = (bot.Organiser(), bot.Get<IBroadcastStore>());
        await organiser.Says("overzicht");
        await bot.Get<IMemberStore>().Change(new("bram"), _ => new(new("bram"), "Bram Kuipers", null, Language.Dutch, null, bot.Clock.GetUtcNow()), Cancellation);
        var bram = new Recipient.OfMember(new("bram"));
        using var late = new ManualResetEventSlim();
        bot.Messenger.Outcome = to =>
        {
            if (to == bram) late.Wait(TimeSpan.FromSeconds(30), Cancellation);
            return null;
        };
        var broadcast = new Broadcast("bericht", new("message", "bericht"), new("people", "bram"), organiser.Id, bot.Clock.GetUtcNow()) { Text = new("Titel", "Tekst", "", ""), Recipients = 1 };
        await store.Begin(broadcast, null, Cancellation);
        await store.Plan(broadcast.Id, new[] { new Addressee(bram, "Bram Kuipers") }.ToAsyncEnumerable(), Cancellation);
        var queued = (await store.Delivery(broadcast.Id, bram, Cancellation))!;
        var slow = Task.Run(() => new DeliverBroadcast(store, bot.Get<ICourier>(), bot.Clock).Deliver(broadcast, queued, Cancellation), Cancellation);
        await TestBot.Until(() => !bot.Messenger.Sent.IsEmpty);

        // The sender of this instance takes over meanwhile.
        await store.Reopen(broadcast.Id, Cancellation);
        await TestBot.Until(() => store.Find(broadcast.Id, Cancellation).Result!.State == BroadcastState.Done);
        Assert.Equal((0, 1), await Counted());

        late.Set();
        await slow;
        await TestBot.Until(() => Counted().Result == (1, 0) && store.Find(broadcast.Id, Cancellation).Result!.State == BroadcastState.Done);
        Assert.Single(bot.Messenger.Sent, sent => sent.To == bram);

        async Task<(int Sent, int Uncertain)> Counted()
        {
            var progress = (await store.Progress(broadcast.Id, Cancellation))!;
            return (progress.Sent, progress.Uncertain);
        }
    }

    private static async Task Send(TestPerson organiser)
    {
        await organiser.Says("uitnodigen");
        await organiser.Presses("Laat het voorbeeld zien");
        await organiser.Presses("Versturen");
    }
}
