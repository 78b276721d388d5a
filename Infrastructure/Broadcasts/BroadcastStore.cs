using System.Globalization;
using System.Text.Json;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;

namespace LeerkringBot.Infrastructure.Broadcasts;

/// <summary>Table Deliveries, partition = broadcast: "b" the broadcast, "m|member" and "c|channel" its deliveries, "p" how far it is, "w|…" cards that show that, "o|…" outbox. Table Index: "broadcast|made at|id", "draft|id" instead while it is one, and "sending|id" while there is something to do.</summary>
public sealed class BroadcastStore(ITables tables, OutboxRelay outbox, SendingSignal signal) : IBroadcastStore
{
    private const int Batch = 100;
    private const int Tries = 8;
    private const int MostWatchers = 3;
    private const string Sent = "broadcast|";
    private const string Draft = "draft|";
    private const string Sending = "sending|";
    private const string ProgressKey = "p";
    private readonly ITable table = tables[TableNames.Deliveries];
    private readonly ITable index = tables[TableNames.Index];

    public async Task Begin(Broadcast broadcast, WorkItem? start, CancellationToken cancellationToken)
    {
        // The index first: through it the sweep finds the outbox.
        await index.Write([new RowChange.Insert(Row.Of(Partition.Network, IndexKey(broadcast)))], cancellationToken);
        var head = new RowChange.Insert(BroadcastRow.Write(broadcast));
        await table.Write(start is null ? [head] : [head, OutboxRelay.Row(broadcast.Id, start, broadcast.SendAt)], cancellationToken);
        outbox.Hint(TableNames.Deliveries, broadcast.Id);
    }

    public async Task Add(Broadcast broadcast, Delivery delivery, CancellationToken cancellationToken)
    {
        await table.Write([new RowChange.Insert(BroadcastRow.Write(broadcast with { Recipients = 1 })), new RowChange.Insert(DeliveryRow.Write(broadcast.Id, delivery))], cancellationToken);
        // After it, because a sender closes what it does not find; whoever asks for it is work that is repeated until it is done.
        await Reopen(broadcast.Id, cancellationToken);
    }

    public async Task Plan(string id, IAsyncEnumerable<Addressee> addressees, CancellationToken cancellationToken)
    {
        var batch = new Dictionary<string, Addressee>();
        await foreach (var addressee in addressees.WithCancellation(cancellationToken))
        {
            batch.TryAdd(addressee.Recipient.Key, addressee);
            if (batch.Count == Batch) await Plan();
        }

        if (batch.Count > 0) await Plan();

        async Task Plan()
        {
            var rows = batch.Values.Select(one => DeliveryRow.Write(id, new(one.Recipient, one.Name))).ToList();
            batch.Clear();
            if (await table.Write([.. rows.Select(row => new RowChange.Insert(row))], cancellationToken)) return;
            // Some stand there since a planning that broke off.
            foreach (var row in rows) await table.Write([new RowChange.Insert(row)], cancellationToken);
        }
    }

    public async Task<Broadcast?> Find(string id, CancellationToken cancellationToken) =>
        await table.Get(id, BroadcastRow.Key, cancellationToken) is { } row ? BroadcastRow.Read(row) : null;

    public Task<Broadcast?> Change(string id, Func<Broadcast, Broadcast?> change, CancellationToken cancellationToken) =>
        Change(id, change, null, cancellationToken);

    public Task<Broadcast?> Start(string id, Func<Broadcast, Broadcast?> change, CancellationToken cancellationToken) =>
        Change(id, change, StartBroadcast.Item(id), cancellationToken);

    public async Task<IReadOnlyList<Broadcast>> Drafts(CancellationToken cancellationToken) =>
        [.. (await Indexed(Draft, $"{Draft}~", cancellationToken)).OrderByDescending(draft => draft.At)];

    public async Task Discard(string id, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            if (await table.Get(id, BroadcastRow.Key, cancellationToken) is not { } row || BroadcastRow.Read(row) is not { State: BroadcastState.Draft } draft) return;
            if (!await table.Write([new RowChange.Delete(row)], cancellationToken)) continue;
            await index.Write([new RowChange.Delete(Row.Of(Partition.Network, IndexKey(draft)))], cancellationToken);
            return;
        }

        throw new StorageFaultException($"The draft {id} changes all the time.");
    }

    public async Task<IReadOnlyList<Broadcast>> Of(BroadcastContent content, CancellationToken cancellationToken) =>
        [.. (await Indexed(Sent, $"{Sent}~", cancellationToken)).Where(broadcast => broadcast.Content == content)];

    public async Task<IReadOnlyList<Broadcast>> Recent(DateTimeOffset since, CancellationToken cancellationToken) =>
        [.. (await Indexed($"{Sent}{Minute(since)}", $"{Sent}~", cancellationToken)).Reverse()];

    public async IAsyncEnumerable<Delivery> Deliveries(string id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.Begins(id, "c|", cancellationToken)) yield return DeliveryRow.Read(row);
        await foreach (var row in table.Begins(id, "m|", cancellationToken)) yield return DeliveryRow.Read(row);
    }

    public async Task<Delivery?> Delivery(string id, Recipient recipient, CancellationToken cancellationToken) =>
        await table.Get(id, recipient.Key, cancellationToken) is { } row ? DeliveryRow.Read(row) : null;

    public Task<bool> Claim(string id, Delivery claimed, CancellationToken cancellationToken) => Settle(id, claimed, cancellationToken);

    public async Task<bool> Record(string id, Delivery delivery, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            if (await table.Get(id, delivery.Recipient.Key, cancellationToken) is not { } row) return false;
            if (DeliveryRow.Read(row) is not { State: DeliveryState.Sending or DeliveryState.Uncertain } standing || standing.ClaimedBy != delivery.ClaimedBy) return false;
            if (await table.Write([new RowChange.Replace(DeliveryRow.Write(id, delivery) with { ETag = row.ETag })], cancellationToken)) return standing.State == DeliveryState.Uncertain;
        }

        throw new StorageFaultException($"The delivery {delivery.Recipient.Key} of {id} changes all the time.");
    }

    public Task<bool> Settle(string id, Delivery delivery, CancellationToken cancellationToken) =>
        table.Write([new RowChange.Replace(DeliveryRow.Write(id, delivery) with { ETag = delivery.Stamp })], cancellationToken);

    public async IAsyncEnumerable<(string Id, string Stamp)> Open([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in index.Begins(Partition.Network, Sending, cancellationToken)) yield return (row.RowKey[Sending.Length..], row.ETag!);
    }

    public async Task Reopen(string id, CancellationToken cancellationToken)
    {
        var row = Row.Of(Partition.Network, Sending + id);
        for (var i = 0; i < Tries; i++)
        {
            if (await index.Write([new RowChange.Insert(row)], cancellationToken)) break;
            if (await index.Get(row.PartitionKey, row.RowKey, cancellationToken) is { } open && await index.Write([new RowChange.Replace(row with { ETag = open.ETag })], cancellationToken)) break;
        }

        signal.Raise();
    }

    public Task Close(string id, string stamp, CancellationToken cancellationToken) =>
        index.Write([new RowChange.Delete(Row.Of(Partition.Network, Sending + id) with { ETag = stamp })], cancellationToken);

    public async Task<BroadcastProgress?> Progress(string id, CancellationToken cancellationToken) =>
        await table.Get(id, ProgressKey, cancellationToken) is { } row ? JsonSerializer.Deserialize(row.Text(ProgressKey)!, StoredJson.Default.BroadcastProgress) : null;

    public async Task Note(string id, BroadcastProgress progress, CancellationToken cancellationToken)
    {
        var row = Row.Of(id, ProgressKey, (ProgressKey, JsonSerializer.Serialize(progress, StoredJson.Default.BroadcastProgress)));
        var stored = await table.Get(id, ProgressKey, cancellationToken);
        // Lost to somebody else's is no harm: both count the same rows.
        await table.Write([RowChange.Put(row, stored)], cancellationToken);
    }

    public async Task<IReadOnlyList<PostedCard>> Watchers(string id, CancellationToken cancellationToken) =>
        [.. (await table.Begins(id, "w|", cancellationToken).List(cancellationToken)).Select(WatcherRow.Read)];

    public async Task Watch(string id, PostedCard card, CancellationToken cancellationToken)
    {
        var watching = await table.Begins(id, "w|", cancellationToken).List(cancellationToken);
        if (watching.Any(row => WatcherRow.Read(row) == card)) return;
        List<RowChange> batch = [new RowChange.Insert(WatcherRow.Write(id, watching.Count == 0 ? 1 : WatcherRow.Number(watching[^1]) + 1, card))];
        batch.AddRange(watching.SkipLast(MostWatchers - 1).Select(row => new RowChange.Delete(row)));
        await table.Write(batch, cancellationToken);
    }

    public async Task Unwatch(string id, PostedCard card, CancellationToken cancellationToken)
    {
        foreach (var row in await table.Begins(id, "w|", cancellationToken).List(cancellationToken))
            if (WatcherRow.Read(row) == card) await table.Write([new RowChange.Delete(row)], cancellationToken);
    }

    public async Task<(IReadOnlyList<(Broadcast Broadcast, Delivery Delivery)> Received, IReadOnlyList<Broadcast> Sent)> Of(MemberId member, CancellationToken cancellationToken)
    {
        var (heads, received) = (new Dictionary<string, Broadcast>(), new List<Row>());
        await foreach (var row in table.All(cancellationToken))
        {
            if (row.RowKey == BroadcastRow.Key) heads[row.PartitionKey] = BroadcastRow.Read(row);
            else if (row.RowKey == new Recipient.OfMember(member).Key) received.Add(row);
        }

        return (
            [.. received.Where(row => heads.ContainsKey(row.PartitionKey)).Select(row => (heads[row.PartitionKey], DeliveryRow.Read(row))).OrderBy(pair => pair.Item1.At)],
            [.. heads.Values.Where(broadcast => broadcast.By == member).OrderBy(broadcast => broadcast.At)]);
    }

    public async Task Forget(MemberId member, CancellationToken cancellationToken)
    {
        var key = new Recipient.OfMember(member).Key;
        bool whole;
        do
        {
            // Again where somebody else wrote in between.
            whole = true;
            await foreach (var row in table.All(cancellationToken))
            {
                if (row.RowKey == key) whole &= await Forget(row, cancellationToken);
                else if (WatcherRow.IsOf(row, key)) whole &= await table.Write([new RowChange.Delete(row)], cancellationToken);
                else if (row.RowKey == BroadcastRow.Key && BroadcastRow.Without(row, member) is { } without)
                    whole &= await table.Write([new RowChange.Replace(without)], cancellationToken);
            }
        }
        while (!whole);
    }

    /// <summary>What is not settled yet goes on under the new key, so that the broadcast still ends.</summary>
    private async Task<bool> Forget(Row row, CancellationToken cancellationToken)
    {
        var delivery = DeliveryRow.Read(row) with { Recipient = new Recipient.OfMember(MemberId.NewForgotten()), Name = "", ActivityId = null, NotBefore = null };
        if (!await table.Write([new RowChange.Delete(row), new RowChange.Insert(DeliveryRow.Write(row.PartitionKey, delivery))], cancellationToken)) return false;
        if (delivery.IsOpen) await Reopen(row.PartitionKey, cancellationToken);
        return true;
    }

    private async Task<Broadcast?> Change(string id, Func<Broadcast, Broadcast?> change, WorkItem? start, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            if (await table.Get(id, BroadcastRow.Key, cancellationToken) is not { } row) return null;
            var current = BroadcastRow.Read(row);
            if (change(current) is not { } changed || changed == current) return current;
            var (listed, lists) = (IndexKey(current), IndexKey(changed));
            // First: through it the sweep finds the outbox.
            if (lists != listed) await index.Write([new RowChange.Insert(Row.Of(Partition.Network, lists))], cancellationToken);
            var goesOn = changed.State == BroadcastState.Running && start is null;
            // Before, so that a fault in between leaves it open; and after, because a sender may have closed it in between.
            if (goesOn) await Reopen(id, cancellationToken);
            var head = new RowChange.Replace(BroadcastRow.Write(changed) with { ETag = row.ETag });
            if (!await table.Write(start is null ? [head] : [head, OutboxRelay.Row(id, start, changed.SendAt)], cancellationToken)) continue;
            if (start is not null) outbox.Hint(TableNames.Deliveries, id);
            if (goesOn) await Reopen(id, cancellationToken);
            if (lists != listed) await index.Write([new RowChange.Delete(Row.Of(Partition.Network, listed))], cancellationToken);
            return changed;
        }

        throw new StorageFaultException($"The broadcast {id} changes all the time.");
    }

    private async Task<IEnumerable<Broadcast>> Indexed(string from, string to, CancellationToken cancellationToken)
    {
        var rows = await index.Query(Partition.Network, from, to, [], cancellationToken).List(cancellationToken);
        var found = await Task.WhenAll(rows.Select(row => Find(row.RowKey[(row.RowKey.LastIndexOf('|') + 1)..], cancellationToken)));
        // A line of a draft that was sent later, or of a storing that broke off, is passed over.
        return rows.Zip(found).Where(pair => pair.Second is not null && pair.First.RowKey == IndexKey(pair.Second)).Select(pair => pair.Second!);
    }

    private static string IndexKey(Broadcast broadcast) =>
        broadcast.State == BroadcastState.Draft ? $"{Draft}{broadcast.Id}" : $"{Sent}{Minute(broadcast.At)}|{broadcast.Id}";

    private static string Minute(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);
}
