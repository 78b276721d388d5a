using System.Globalization;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;

namespace LeerkringBot.Infrastructure.Broadcasts;

/// <summary>Table Deliveries, partition = broadcast: "b" the broadcast, "m|member" and "c|channel" its deliveries, "o|…" outbox. Table Index: "broadcast|sent at|id".</summary>
public sealed class BroadcastStore(ITables tables, OutboxRelay outbox, TimeProvider clock) : IBroadcastStore
{
    private const int Batch = 100;
    private const int Tries = 5;
    private const string Head = "b";
    private const string Kind = nameof(BroadcastContent.Kind);
    private const string Subject = nameof(BroadcastContent.Subject);
    private readonly ITable table = tables[TableNames.Deliveries];
    private readonly ITable index = tables[TableNames.Index];

    public async Task Begin(Broadcast broadcast, WorkItem start, CancellationToken cancellationToken)
    {
        // The index first: through it the sweep finds the outbox.
        await index.Write([new RowChange.Insert(Row.Of(Partition.Network, IndexKey(broadcast)))], cancellationToken);
        await table.Write([new RowChange.Insert(Write(broadcast)), OutboxRelay.Row(broadcast.Id, start)], cancellationToken);
        outbox.Hint(TableNames.Deliveries, broadcast.Id);
    }

    public Task Add(Broadcast broadcast, Delivery delivery, CancellationToken cancellationToken) =>
        table.Write([new RowChange.Insert(Write(broadcast with { IsPlanned = true })), new RowChange.Insert(Write(broadcast.Id, delivery))], cancellationToken);

    public async Task Plan(string id, IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken)
    {
        var stored = (await Deliveries(id, cancellationToken)).Select(delivery => delivery.Recipient).ToHashSet();
        foreach (var batch in deliveries.Where(delivery => !stored.Contains(delivery.Recipient)).DistinctBy(delivery => delivery.Recipient).Chunk(Batch))
        {
            if (!await table.Write([.. batch.Select(delivery => new RowChange.Insert(Write(id, delivery)))], cancellationToken))
                throw new StorageFaultException($"The broadcast {id} is being planned by somebody else.");
        }

        for (var i = 0; i < Tries; i++)
        {
            if (await table.Get(id, Head, cancellationToken) is not { } head) return;
            if (await table.Write([new RowChange.Replace(Write(ReadBroadcast(head) with { IsPlanned = true }) with { ETag = head.ETag })], cancellationToken)) return;
        }
    }

    public async Task<Broadcast?> Find(string id, CancellationToken cancellationToken) =>
        await table.Get(id, Head, cancellationToken) is { } row ? ReadBroadcast(row) : null;

    public async Task<IReadOnlyList<Broadcast>> Of(BroadcastContent content, CancellationToken cancellationToken)
    {
        var found = new List<Broadcast>();
        await foreach (var row in index.Begins(Partition.Network, "broadcast|", cancellationToken))
            if (await Find(row.RowKey.Split('|')[2], cancellationToken) is { } broadcast && broadcast.Content == content) found.Add(broadcast);
        return found;
    }

    public async Task<IReadOnlyList<Delivery>> Deliveries(string id, CancellationToken cancellationToken) =>
        [
            .. (await table.Begins(id, "c|", cancellationToken).List(cancellationToken)).Select(Read),
            .. (await table.Begins(id, "m|", cancellationToken).List(cancellationToken)).Select(Read),
        ];

    public async Task<Delivery?> Delivery(string id, Recipient recipient, CancellationToken cancellationToken) =>
        await table.Get(id, recipient.Key, cancellationToken) is { } row ? Read(row) : null;

    public async Task<Delivery?> Claim(string id, Recipient recipient, Letter? letter, CancellationToken cancellationToken)
    {
        if (await table.Get(id, recipient.Key, cancellationToken) is not { } row || Read(row) is not { State: DeliveryState.Queued } queued) return null;
        var claimed = queued with { State = DeliveryState.Sending, ClaimedAt = clock.GetUtcNow(), Fingerprint = letter?.Fingerprint };
        return await table.Write([new RowChange.Replace(Write(id, claimed) with { ETag = row.ETag })], cancellationToken) ? claimed : null;
    }

    public async Task Record(string id, Delivery delivery, CancellationToken cancellationToken)
    {
        if (await table.Get(id, delivery.Recipient.Key, cancellationToken) is not { } row || Read(row).State != DeliveryState.Sending) return;
        await table.Write([new RowChange.Replace(Write(id, delivery) with { ETag = row.ETag })], cancellationToken);
    }

    public async Task<(IReadOnlyList<(Broadcast Broadcast, Delivery Delivery)> Received, IReadOnlyList<Broadcast> Sent)> Of(MemberId member, CancellationToken cancellationToken)
    {
        var (heads, received) = (new Dictionary<string, Broadcast>(), new List<Row>());
        await foreach (var row in table.All(cancellationToken))
        {
            if (row.RowKey == Head) heads[row.PartitionKey] = ReadBroadcast(row);
            else if (row.RowKey == new Recipient.OfMember(member).Key) received.Add(row);
        }

        return (
            [.. received.Where(row => heads.ContainsKey(row.PartitionKey)).Select(row => (heads[row.PartitionKey], Read(row))).OrderBy(pair => pair.Item1.At)],
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
                else if (row.RowKey == Head && row.Text(nameof(Broadcast.By)) == member.ToString())
                    whole &= await table.Write([new RowChange.Replace(Write(ReadBroadcast(row) with { By = null }) with { ETag = row.ETag })], cancellationToken);
            }
        }
        while (!whole);
    }

    /// <summary>What is not settled yet goes on under the new key, so that the broadcast still ends.</summary>
    private async Task<bool> Forget(Row row, CancellationToken cancellationToken)
    {
        var delivery = Read(row) with { Recipient = new Recipient.OfMember(MemberId.NewForgotten()), Name = "", ActivityId = null };
        List<RowChange> batch = [new RowChange.Delete(row), new RowChange.Insert(Write(row.PartitionKey, delivery))];
        var isOpen = delivery.State is DeliveryState.Queued or DeliveryState.Sending;
        if (isOpen) batch.Add(OutboxRelay.Row(row.PartitionKey, DeliverBroadcast.Item(row.PartitionKey, delivery.Recipient)));
        if (!await table.Write(batch, cancellationToken)) return false;
        if (isOpen) outbox.Hint(TableNames.Deliveries, row.PartitionKey);
        return true;
    }

    private static string IndexKey(Broadcast broadcast) =>
        $"broadcast|{broadcast.At.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)}|{broadcast.Id}";

    private static Row Write(Broadcast broadcast) => Row.Of(
        broadcast.Id,
        Head,
        (Kind, broadcast.Content.Kind),
        (Subject, broadcast.Content.Subject),
        (nameof(BroadcastAudience.Channel), broadcast.Audience?.Channel.ToString()),
        (nameof(BroadcastAudience.Personally), broadcast.Audience?.Personally),
        (nameof(Broadcast.By), broadcast.By?.ToString()),
        (nameof(Broadcast.At), broadcast.At),
        (nameof(Broadcast.IsPlanned), broadcast.IsPlanned));

    private static Broadcast ReadBroadcast(Row row) => new(
        row.PartitionKey,
        new(row.Text(Kind)!, row.Text(Subject)!),
        row.Text(nameof(BroadcastAudience.Channel)) is { } channel ? new(new(channel), row.Flag(nameof(BroadcastAudience.Personally))) : null,
        row.Text(nameof(Broadcast.By)) is { } by ? new MemberId(by) : null,
        row.Moment(nameof(Broadcast.At))!.Value,
        row.Flag(nameof(Broadcast.IsPlanned)));

    private static Row Write(string id, Delivery delivery) => Row.Of(
        id,
        delivery.Recipient.Key,
        (nameof(Domain.Broadcasts.Delivery.Name), delivery.Name),
        (nameof(Domain.Broadcasts.Delivery.State), delivery.State.ToString()),
        (nameof(Domain.Broadcasts.Delivery.Reason), delivery.Reason?.ToString()),
        (nameof(Domain.Broadcasts.Delivery.ActivityId), delivery.ActivityId),
        (nameof(Domain.Broadcasts.Delivery.ClaimedAt), delivery.ClaimedAt),
        (nameof(Domain.Broadcasts.Delivery.Postponements), (long)delivery.Postponements),
        (nameof(Domain.Broadcasts.Delivery.Fingerprint), delivery.Fingerprint));

    private static Delivery Read(Row row) => new(
        Recipient.Parse(row.RowKey),
        row.Text(nameof(Domain.Broadcasts.Delivery.Name)) ?? "",
        Enum.Parse<DeliveryState>(row.Text(nameof(Domain.Broadcasts.Delivery.State))!),
        row.Text(nameof(Domain.Broadcasts.Delivery.Reason)) is { } reason ? Enum.Parse<NotSentReason>(reason) : null,
        row.Text(nameof(Domain.Broadcasts.Delivery.ActivityId)),
        row.Moment(nameof(Domain.Broadcasts.Delivery.ClaimedAt)),
        (int)(row.Whole(nameof(Domain.Broadcasts.Delivery.Postponements)) ?? 0),
        row.Text(nameof(Domain.Broadcasts.Delivery.Fingerprint)));
}
