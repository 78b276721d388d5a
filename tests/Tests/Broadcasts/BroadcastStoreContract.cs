using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Infrastructure.Broadcasts;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeerkringBot.Tests.Broadcasts;

/// <summary>How drafts become broadcasts, on every backend.</summary>
public abstract class BroadcastStoreContract
{
    private static readonly DateTimeOffset Now = new(2027, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly string id = Key.New();
    private readonly List<(WorkItem Item, DateTimeOffset? NotBefore)> work = [];

    protected abstract Task<ITables> Tables();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_comes_back_as_it_was_and_is_no_broadcast_yet()
    {
        var (store, _) = await Store();
        var draft = Draft() with { LastDay = new(2027, 2, 1), ChangedEdition = 4, MailedEdition = 3 };
        await store.Begin(draft, null, Cancel);

        Assert.Equal(draft, await store.Find(id, Cancel));
        Assert.Contains(draft, await store.Drafts(Cancel));
        Assert.DoesNotContain(await store.Recent(Now.AddDays(-1), Cancel), one => one.Id == id);
        Assert.Empty(work);
    }

    [Fact]
    public async Task Starting_it_takes_it_from_the_drafts_and_leaves_one_item_of_work_however_many_start_it_at_once()
    {
        var (store, relay) = await Store();
        await store.Begin(Draft(), null, Cancel);
        var sendAt = Now.AddDays(3);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => store.Start(id, Scheduled(sendAt), Cancel)));
        await relay.Relay(TableNames.Deliveries, id, Cancel);

        Assert.Equal((StartBroadcast.Item(id), sendAt), Assert.Single(work, one => one.Item.Subject == id));
        Assert.DoesNotContain(await store.Drafts(Cancel), one => one.Id == id);
        Assert.Equal(sendAt, Assert.Single(await store.Recent(Now, Cancel), one => one.Id == id).SendAt);
        Assert.Contains(await store.Of(Draft().Content, Cancel), one => one.Id == id);
    }

    [Fact]
    public async Task What_was_scheduled_becomes_a_draft_again_and_can_be_thrown_away()
    {
        var (store, _) = await Store();
        await store.Begin(Draft(), null, Cancel);
        await store.Start(id, Scheduled(Now.AddDays(3)), Cancel);
        await store.Discard(id, Cancel);
        Assert.NotNull(await store.Find(id, Cancel));

        await store.Change(id, now => now with { State = BroadcastState.Draft, SendAt = null, At = Now }, Cancel);
        Assert.Contains(await store.Drafts(Cancel), one => one.Id == id);
        Assert.DoesNotContain(await store.Recent(Now.AddDays(-1), Cancel), one => one.Id == id);
        await store.Discard(id, Cancel);
        await store.Discard(id, Cancel);

        Assert.Null(await store.Find(id, Cancel));
        Assert.DoesNotContain(await store.Drafts(Cancel), one => one.Id == id);
    }

    [Fact]
    public async Task Who_claimed_a_delivery_says_how_it_went_also_after_it_was_given_up_and_hears_whether_it_was()
    {
        var (store, _) = await Store();
        var (anna, bram) = (new Recipient.OfMember(new("anna")), new Recipient.OfMember(new("bram")));
        await store.Begin(Draft() with { State = BroadcastState.Running }, null, Cancel);
        await store.Plan(id, new[] { new Addressee(anna, "Anna"), new Addressee(bram, "Bram") }.ToAsyncEnumerable(), Cancel);

        Assert.False(await store.Record(id, await Claimed(anna, "one") with { State = DeliveryState.Sent, KeepsRoute = true }, Cancel));
        Assert.Equal((DeliveryState.Sent, true), ((await Standing(anna)).State, (await Standing(anna)).KeepsRoute));

        var claimed = await Claimed(bram, "one");
        Assert.True(await store.Settle(id, await Standing(bram) with { State = DeliveryState.Uncertain }, Cancel));
        Assert.False(await store.Record(id, claimed with { State = DeliveryState.Sent, ClaimedBy = "another" }, Cancel));
        Assert.Equal(DeliveryState.Uncertain, (await Standing(bram)).State);
        Assert.True(await store.Record(id, claimed with { State = DeliveryState.Sent }, Cancel));
        Assert.Equal(DeliveryState.Sent, (await Standing(bram)).State);
        Assert.False(await store.Record(id, claimed with { State = DeliveryState.Failed }, Cancel));
        Assert.Equal(DeliveryState.Sent, (await Standing(bram)).State);

        async Task<Delivery> Claimed(Recipient to, string by)
        {
            var delivery = await Standing(to) with { State = DeliveryState.Sending, ClaimedBy = by };
            Assert.True(await store.Claim(id, delivery, Cancel));
            return delivery;
        }

        async Task<Delivery> Standing(Recipient to) => (await store.Delivery(id, to, Cancel))!;
    }

    private static Func<Broadcast, Broadcast?> Scheduled(DateTimeOffset sendAt) =>
        now => now.State == BroadcastState.Draft ? now with { State = BroadcastState.Scheduled, SendAt = sendAt, At = sendAt } : null;

    private Broadcast Draft() => new(id, new("message", id), new("people", string.Join(' ', Enumerable.Range(0, 2_000).Select(number => $"00000000-0000-4000-8000-{number:000000000000}"))), new("olga"), Now)
    {
        State = BroadcastState.Draft,
        Text = new("Titel", new string('é', 3_000), "Lees", "https://bron.example"),
    };

    private async Task<(BroadcastStore Store, OutboxRelay Relay)> Store()
    {
        var tables = await Tables();
        var relay = new OutboxRelay(tables, new Notes(work), TimeProvider.System, NullLogger<OutboxRelay>.Instance);
        return (new(tables, relay, new()), relay);
    }

    private sealed class Notes(List<(WorkItem Item, DateTimeOffset? NotBefore)> work) : IWorkQueue
    {
        public Task Enqueue(WorkItem item, DateTimeOffset? notBefore, CancellationToken cancellationToken)
        {
            work.Add((item, notBefore));
            return Task.CompletedTask;
        }
    }
}
