using System.Collections.Immutable;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;

namespace LeerkringBot.Infrastructure.Registrations;

/// <summary>Table Gatherings: the head "g|id", the registrations "r|id|member" and their wishes "w|id|member", always changed in one batch.</summary>
public sealed class RegistrationStore(ITables tables, OutboxRelay outbox, TimeProvider clock) : IRegistrationStore, IGatheringSheets
{
    private const int Tries = 30;
    private const int Batch = 100;
    private readonly ITable table = tables[TableNames.Gatherings];

    // Inside an instance the changes of one series queue here, so that only instances compete for the head's ETag.
    private readonly Writer[] writers = [.. Enumerable.Range(0, 256).Select(_ => new Writer())];

    public async Task<TOutcome?> Change<TOutcome>(
        GatheringId gathering,
        Person who,
        Func<RegistrationSheet, Registration?, Member, RegistrationChange<TOutcome>> decide,
        CancellationToken cancellationToken)
        where TOutcome : class
    {
        // The profile may take a look-up at the channel: nobody waits in the queue for that.
        var writer = WriterOf(gathering);
        var seen = writer.Writes;
        var reading = Read(gathering, [who.Id], cancellationToken);
        await Task.WhenAll(reading, who.Member);
        var member = await who.Member;
        return await Change(gathering, [who.Id], (await reading, seen), (sheet, found) => decide(sheet, found.GetValueOrDefault(who.Id), member), cancellationToken);
    }

    public Task<TOutcome?> Change<TOutcome>(
        GatheringId gathering,
        ImmutableArray<MemberId> people,
        Func<RegistrationSheet, IReadOnlyDictionary<MemberId, Registration>, RegistrationChange<TOutcome>> decide,
        CancellationToken cancellationToken)
        where TOutcome : class =>
        Change(gathering, people, null, decide, cancellationToken);

    public Task<MoveOutcome?> Move(
        GatheringId from,
        GatheringId to,
        MemberId who,
        Func<(RegistrationSheet Sheet, Registration? Mine), (RegistrationSheet Sheet, Registration? Mine), MoveChange> decide,
        CancellationToken cancellationToken) =>
        Write<MoveOutcome?>(from, async _ =>
        {
            var here = await Read(from, [who], cancellationToken);
            var there = await Read(to, [who], cancellationToken);
            if (here is null || there is null) return (null, null);
            var move = decide((here.Sheet, here.Found.GetValueOrDefault(who)), (there.Sheet, there.Found.GetValueOrDefault(who)));
            if (move.From is null || move.To is null) return (move.Outcome, null);
            IReadOnlyList<RowChange> batch = [.. await Rows(here, move.From, cancellationToken), .. await Rows(there, move.To, cancellationToken)];
            return (move.Outcome, batch);
        }, cancellationToken);

    public Row Open(Gathering gathering) => SheetRow.Write(RegistrationSheet.Open(gathering));

    public async Task<RevisionOutcome?> Revise(Gathering revised, RowChange details, CancellationToken cancellationToken)
    {
        var tried = false;
        return await Write<RevisionOutcome?>(revised.Id, async _ =>
        {
            // The details may be what changed meanwhile: whoever holds them decides again.
            if (tried) return (null, null);
            tried = true;
            if (await Read(revised.Id, [], cancellationToken) is not { } read) return (new RevisionOutcome.UnknownGathering(), null);
            var change = RevisionRules.Revise(read.Sheet, revised, clock.GetUtcNow());
            if (change.Sheet is null) return (change.Outcome, null);
            var batch = await Rows(read, change, cancellationToken);
            batch.Add(details);
            if (revised.Revision != read.Sheet.Revision) batch.Add(OutboxRelay.Row(revised.Id.Series, RegistrationWork.Tell(revised.Id, revised.Revision)));
            return (change.Outcome, batch);
        }, cancellationToken);
    }

    public async Task<(RegistrationSheet Sheet, Registration? Mine)?> Read(GatheringId gathering, MemberId member, CancellationToken cancellationToken) =>
        await Read(gathering, [member], cancellationToken) is { } read ? (read.Sheet, read.Found.GetValueOrDefault(member)) : null;

    public async Task<RegistrationSheet?> Sheet(GatheringId gathering, CancellationToken cancellationToken) =>
        await table.Get(gathering.Series, SheetRow.Key(gathering), cancellationToken) is { } head ? SheetRow.Read(head) : null;

    public async Task<IReadOnlyList<Registration>> Of(GatheringId gathering, ImmutableArray<MemberId> people, CancellationToken cancellationToken) =>
        [.. (await Task.WhenAll(people.Select(member => table.Get(gathering.Series, RegistrationRow.Key(gathering, member), cancellationToken)))).OfType<Row>().Select(RegistrationRow.Read)];

    public async Task<IReadOnlyList<Registration>> All(GatheringId gathering, CancellationToken cancellationToken) =>
        [.. (await table.Begins(gathering.Series, RegistrationRow.Prefix(gathering), cancellationToken).List(cancellationToken)).Select(RegistrationRow.Read)];

    public async Task<IReadOnlyDictionary<MemberId, string>> Wishes(GatheringId gathering, CancellationToken cancellationToken) =>
        (await table.Begins(gathering.Series, RegistrationRow.WishesPrefix(gathering), cancellationToken).List(cancellationToken))
            .ToDictionary(RegistrationRow.MemberOf, RegistrationRow.ReadWishes);

    public async Task<string?> Wishes(GatheringId gathering, MemberId member, CancellationToken cancellationToken) =>
        await table.Get(gathering.Series, RegistrationRow.WishesKey(gathering, member), cancellationToken) is { } row ? RegistrationRow.ReadWishes(row) : null;

    public async Task DeleteWishes(GatheringId gathering, CancellationToken cancellationToken)
    {
        var rows = await table.Begins(gathering.Series, RegistrationRow.WishesPrefix(gathering), cancellationToken).List(cancellationToken);
        foreach (var batch in rows.Chunk(Batch))
        {
            if (!await table.Write([.. batch.Select(row => new RowChange.Delete(row))], cancellationToken))
                throw new StorageFaultException($"The wishes for {gathering} changed while they were deleted.");
        }
    }

    private Task<TOutcome?> Change<TOutcome>(
        GatheringId gathering,
        ImmutableArray<MemberId> people,
        (SheetRead? Read, long Seen)? before,
        Func<RegistrationSheet, IReadOnlyDictionary<MemberId, Registration>, RegistrationChange<TOutcome>> decide,
        CancellationToken cancellationToken)
        where TOutcome : class =>
        Write<TOutcome?>(gathering, async writes =>
        {
            // What was read before the queue is good as long as nobody of this instance wrote since.
            var read = before is { } known && known.Seen == writes ? known.Read : await Read(gathering, people, cancellationToken);
            if (read is null) return (null, null);
            var change = decide(read.Sheet, read.Found);
            return (change.Outcome, change.Sheet is null ? null : await Rows(read, change, cancellationToken));
        }, cancellationToken);

    // Reads and decides until the batch is stored, or there is nothing to store.
    private async Task<TOutcome> Write<TOutcome>(GatheringId gathering, Func<long, Task<(TOutcome Outcome, IReadOnlyList<RowChange>? Batch)>> decide, CancellationToken cancellationToken)
    {
        var writer = WriterOf(gathering);
        await writer.Gate.WaitAsync(cancellationToken);
        try
        {
            for (var i = 0; i < Tries; i++)
            {
                var (outcome, batch) = await decide(writer.Writes);
                if (batch is null) return outcome;
                // Counted before and after: what is read meanwhile may be half of it.
                writer.Writes++;
                var stored = await table.Write(batch, cancellationToken);
                writer.Writes++;
                if (stored)
                {
                    if (batch.Any(change => change.Row.RowKey.StartsWith("o|", StringComparison.Ordinal))) outbox.Hint(TableNames.Gatherings, gathering.Series);
                    return outcome;
                }

                await Task.Delay(Random.Shared.Next(5 + (10 * i)), cancellationToken);
            }
        }
        finally
        {
            writer.Gate.Release();
        }

        throw new StorageFaultException($"The gathering {gathering} changes all the time.");
    }

    private async Task<SheetRead?> Read(GatheringId gathering, ImmutableArray<MemberId> people, CancellationToken cancellationToken)
    {
        var reading = table.Get(gathering.Series, SheetRow.Key(gathering), cancellationToken);
        var rows = (await Task.WhenAll(people.Select(member => table.Get(gathering.Series, RegistrationRow.Key(gathering, member), cancellationToken)))).OfType<Row>().ToList();
        var head = await reading;
        // A row newer than the head: both were written between the two reads.
        if (head is not null && rows.Exists(row => row.Whole(nameof(Registration.Ticket)) >= head.Whole(nameof(RegistrationSheet.NextTicket))))
            head = await table.Get(gathering.Series, SheetRow.Key(gathering), cancellationToken);
        return head is null ? null : new(head, SheetRow.Read(head), rows.ToDictionary(RegistrationRow.MemberOf));
    }

    private async Task<List<RowChange>> Rows<TOutcome>(SheetRead read, RegistrationChange<TOutcome> change, CancellationToken cancellationToken)
    {
        var batch = new List<RowChange>();
        if (change.Sheet is not { } sheet) return batch;
        var gathering = sheet.Gathering;
        batch.Add(new RowChange.Replace(SheetRow.Write(sheet) with { ETag = read.Head.ETag }));
        foreach (var registration in change.Registrations)
        {
            var row = RegistrationRow.Write(gathering, registration);
            batch.Add(read.Rows.TryGetValue(registration.Member, out var stored) ? new RowChange.Replace(row with { ETag = stored.ETag }) : new RowChange.Insert(row));
        }

        batch.AddRange(change.Gone.Where(read.Rows.ContainsKey).Select(member => new RowChange.Delete(read.Rows[member])));
        foreach (var (member, text) in change.Wishes)
        {
            var row = RegistrationRow.WriteWishes(gathering, member, text);
            var stored = await table.Get(gathering.Series, row.RowKey, cancellationToken);
            if (text.Length > 0) batch.Add(RowChange.Put(row, stored));
            else if (stored is not null) batch.Add(new RowChange.Delete(stored));
        }

        // Planned at the first wish, and anew where the gathering comes earlier; what was planned too early plans itself anew.
        if (sheet.Wishes > 0 && (read.Sheet.Wishes == 0 || sheet.EndsAt < read.Sheet.EndsAt)) batch.Add(OutboxRelay.Row(gathering.Series, RegistrationWork.DeleteWishes(gathering), sheet.EndsAt + Domain.Registrations.DeleteWishes.KeptFor));
        batch.AddRange(RegistrationWork.Notify(gathering, change.Notices).Select(item => OutboxRelay.Row(gathering.Series, item)));
        if (WaitingList.IsOfferedAnew(read.Sheet, sheet))
            batch.Add(OutboxRelay.Row(gathering.Series, RegistrationWork.OfferOn(gathering), clock.GetUtcNow() + WaitingList.OfferHead));
        return batch;
    }

    // Two series may share a queue; that costs a little time and nothing else.
    private Writer WriterOf(GatheringId gathering) => writers[(uint)gathering.Series.GetHashCode(StringComparison.Ordinal) % writers.Length];

    private sealed record SheetRead(Row Head, RegistrationSheet Sheet, IReadOnlyDictionary<MemberId, Row> Rows)
    {
        public IReadOnlyDictionary<MemberId, Registration> Found { get; } = Rows.ToDictionary(row => row.Key, row => RegistrationRow.Read(row.Value));
    }

    private sealed class Writer
    {
        private long writes;

        public SemaphoreSlim Gate { get; } = new(1);

        /// <summary>Written under the gate, read by anybody.</summary>
        public long Writes
        {
            get => Volatile.Read(ref writes);
            set => Volatile.Write(ref writes, value);
        }
    }
}
