using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Broadcasts;

/// <summary>Table Deliveries, partition = broadcast: "b" the broadcast, "m|member" and "c|channel" its deliveries.</summary>
public sealed class BroadcastStore(ITables tables, TimeProvider clock) : IBroadcastStore
{
    private const int Batch = 100;
    private const string Head = "b";
    private const string Kind = nameof(BroadcastContent.Kind);
    private const string Subject = nameof(BroadcastContent.Subject);
    private const string Told = nameof(Told);
    private readonly ITable table = tables[TableNames.Deliveries];

    public async Task Add(Broadcast broadcast, IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken)
    {
        Row[] rows =
        [
            Row.Of(
                broadcast.Id,
                Head,
                (Kind, broadcast.Content.Kind),
                (Subject, broadcast.Content.Subject),
                (nameof(Broadcast.By), broadcast.By?.ToString()),
                (nameof(Broadcast.At), broadcast.At)),
            .. deliveries.Select(delivery => Write(broadcast.Id, delivery)),
        ];
        var stored = (await table.Query(broadcast.Id, "a", "~", [Told], cancellationToken).List(cancellationToken)).Select(row => row.RowKey).ToHashSet();
        foreach (var batch in rows.Where(row => !stored.Contains(row.RowKey)).Chunk(Batch))
        {
            if (!await table.Write([.. batch.Select(row => new RowChange.Insert(row))], cancellationToken))
                throw new StorageFaultException($"The broadcast {broadcast.Id} is being stored by somebody else.");
        }
    }

    public async Task<Broadcast?> Find(string id, CancellationToken cancellationToken) =>
        await table.Get(id, Head, cancellationToken) is { } row
            ? new(
                id,
                new(row.Text(Kind)!, row.Text(Subject)!),
                row.Text(nameof(Broadcast.By)) is { } by ? new MemberId(by) : null,
                row.Moment(nameof(Broadcast.At))!.Value)
            : null;

    public async Task<IReadOnlyList<Delivery>> Deliveries(string id, CancellationToken cancellationToken) =>
        [.. (await table.Query(id, "c", "~", [], cancellationToken).List(cancellationToken)).Select(Read)];

    public async Task<bool> Claim(string id, Recipient recipient, CancellationToken cancellationToken) =>
        await table.Get(id, recipient.Key, cancellationToken) is { } row
        && Read(row) is { State: DeliveryState.Queued } delivery
        && await table.Write([new RowChange.Replace(Write(id, delivery with { State = DeliveryState.Sending, ClaimedAt = clock.GetUtcNow() }) with { ETag = row.ETag })], cancellationToken);

    public async Task Record(string id, Delivery delivery, CancellationToken cancellationToken)
    {
        if (await table.Get(id, delivery.Recipient.Key, cancellationToken) is not { } row || Read(row) is not { State: DeliveryState.Sending } claimed) return;
        var next = Write(id, claimed with { State = delivery.State, Reason = delivery.Reason, ActivityId = delivery.ActivityId });
        await table.Write([new RowChange.Replace(next with { ETag = row.ETag })], cancellationToken);
    }

    public async Task<bool> ClaimSummary(string id, CancellationToken cancellationToken)
    {
        if (await table.Get(id, Head, cancellationToken) is not { } head || head.Flag(Told)) return false;
        var told = head with { Values = new Dictionary<string, object>(head.Values) { [Told] = true } };
        return await table.Write([new RowChange.Replace(told)], cancellationToken);
    }

    private static Row Write(string id, Delivery delivery) => Row.Of(
        id,
        delivery.Recipient.Key,
        (nameof(Delivery.Name), delivery.Name),
        (nameof(Delivery.State), delivery.State.ToString()),
        (nameof(Delivery.Reason), delivery.Reason?.ToString()),
        (nameof(Delivery.ActivityId), delivery.ActivityId),
        (nameof(Delivery.ClaimedAt), delivery.ClaimedAt));

    private static Delivery Read(Row row) => new(
        Recipient.Parse(row.RowKey),
        row.Text(nameof(Delivery.Name)) ?? "",
        Enum.Parse<DeliveryState>(row.Text(nameof(Delivery.State))!),
        row.Text(nameof(Delivery.Reason)) is { } reason ? Enum.Parse<NotSentReason>(reason) : null,
        row.Text(nameof(Delivery.ActivityId)),
        row.Moment(nameof(Delivery.ClaimedAt)));
}
