using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Broadcasts;

/// <summary>Table SharedCards: "kind|subject|hash of where it stands"; partition "changed": "kind|subject" of what was changed.</summary>
public sealed class SharedCardStore(ITables tables) : ISharedCardStore
{
    private const int Tries = 5;
    private const string To = nameof(To);
    private const string Changed = "changed";
    private readonly ITable table = tables[TableNames.SharedCards];

    public async Task Put(SharedCard card, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            var stored = await table.Get(Partition.Network, Key(card), cancellationToken);
            var row = Row.Of(
                Partition.Network,
                Key(card),
                (nameof(SharedCard.Broadcast), card.Broadcast),
                (To, card.Posted.Recipient.Key),
                (nameof(PostedCard.ActivityId), card.Posted.ActivityId),
                (nameof(SharedCard.Shown), card.Shown));
            if (await table.Write([RowChange.Put(row, stored)], cancellationToken)) return;
        }
    }

    public async Task<IReadOnlyList<SharedCard>> All(CancellationToken cancellationToken) =>
        [.. (await table.Query(Partition.Network, "0", "~", [], cancellationToken).List(cancellationToken)).Select(Read)];

    public async Task<IReadOnlyList<SharedCard>> Of(BroadcastContent content, CancellationToken cancellationToken) =>
        [.. (await table.Begins(Partition.Network, $"{content.Kind}|{content.Subject}|", cancellationToken).List(cancellationToken)).Select(Read)];

    public Task Remove(SharedCard card, CancellationToken cancellationToken) =>
        table.Write([new RowChange.Delete(Row.Of(Partition.Network, Key(card)))], cancellationToken);

    public Task Mark(BroadcastContent content, CancellationToken cancellationToken) =>
        table.Write([new RowChange.Insert(Row.Of(Changed, $"{content.Kind}|{content.Subject}"))], cancellationToken);

    public async Task<IReadOnlyList<BroadcastContent>> TakeMarks(CancellationToken cancellationToken)
    {
        var marks = await table.Query(Changed, "0", "~", [], cancellationToken).List(cancellationToken);
        foreach (var mark in marks) await table.Write([new RowChange.Delete(mark)], cancellationToken);
        return [.. marks.Select(mark => mark.RowKey.Split('|')).Select(parts => new BroadcastContent(parts[0], parts[1]))];
    }

    private static string Key(SharedCard card) =>
        $"{card.Content.Kind}|{card.Content.Subject}|"
        + Domain.Key.Hash(card.Posted.Recipient.Key + card.Posted.ActivityId, 24);

    private static SharedCard Read(Row row) => new(
        row.Text(nameof(SharedCard.Broadcast))!,
        row.RowKey.Split('|') is [var kind, var subject, _] ? new(kind, subject) : throw new InvalidDataException($"The row {row.RowKey} is not a shared card."),
        new(Recipient.Parse(row.Text(To)!), row.Text(nameof(PostedCard.ActivityId))!),
        row.Text(nameof(SharedCard.Shown)) ?? "");
}
